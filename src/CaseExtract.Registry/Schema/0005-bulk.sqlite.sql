-- Faster loads and cohorts.
drop view value_view;
drop view case_view;

-- Where a query asks for the confidence of a list's member; null: look for its row.
alter table cases add column members $text$ null;

-- The key is that of the case and a number within it, and the field is a number too. "integer primary key" is the order of the table itself: who writes
-- in that order writes at its end, without looking for a place.
alter table field_value rename to field_value_before;
create table field_value (
    value_key integer primary key,
    number double precision null,
    confidence double precision null,
    evidence_start integer null,
    evidence_end integer null,
    ordinal integer not null,
    field_key smallint not null,
    is_corrected boolean not null,
    text $text$ null,
    code $text$ null,
    evidence_text $text$ null,
    evidence_section $text$ null
);
insert into field_value (value_key, number, confidence, evidence_start, evidence_end, ordinal, field_key, is_corrected, text, code, evidence_text, evidence_section)
select
    (v.case_key << 20) + row_number() over (partition by v.case_key order by f.field_key, v.ordinal) - 1,
    v.number, v.confidence, v.evidence_start, v.evidence_end, v.ordinal, f.field_key, v.is_corrected, v.text, v.code, v.evidence_text, v.evidence_section
from field_value_before v
join field f on f.field = v.field;
drop table field_value_before;

alter table record rename to record_before;
create table record (
    case_key integer primary key,
    json $text$ not null
);
insert into record (case_key, json) select case_key, json from record_before order by case_key;
drop table record_before;
