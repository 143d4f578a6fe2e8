-- Faster loads and cohorts.

-- What is made anew below is made without the rights that roles have to it: they are noted here and given back by the last script.
create table right_before as
select c.relname::text as relation, a.grantee, a.privilege_type, a.is_grantable
from pg_class c, aclexplode(c.relacl) a
where c.relnamespace = current_schema()::regnamespace and c.relname in ('field_value', 'case_view', 'value_view') and a.grantee <> c.relowner;

drop view value_view;
drop view case_view;

-- The loader is the only writer, and writes a document with all that belongs to it in one transaction: looking each parent up again was a
-- query for each row. SQLite never did it.
alter table document drop constraint document_run_key_fkey;
alter table cases drop constraint cases_document_key_fkey;

-- Up to here a record stays in its row, packed; most were cut into pieces of 2 KB in a table of their own.
alter table record set (toast_tuple_target = 4080);

-- Where a query asks for the confidence of a list's member; null: look for its row.
alter table cases add column members $text$ null;

-- The key is that of the case and a number within it; the field is a number too.
alter table field_value rename to field_value_before;
drop index field_value_case;
create table field_value (
    value_key bigint not null,
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
alter table field_value add primary key (value_key);
