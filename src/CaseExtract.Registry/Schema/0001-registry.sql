-- The registry, first version. $text$ compares by bytes in either store, $identity$ is a key that counts by itself,
-- $value_key$ and $clustered$ keep the values of a case together: by the table's own order in SQLite, by an index in PostgreSQL.

-- Who brought what, when, with which extractor.
create table run (
    run_key $identity$,
    name $text$ null,
    started_at $text$ not null,
    finished_at $text$ null,
    source $text$ not null,
    extractor_version $text$ null,
    model_version $text$ null,
    documents_added bigint not null default 0,
    documents_replaced bigint not null default 0,
    cases bigint not null default 0
);

-- A report as it was last loaded.
create table document (
    document_key bigint not null primary key,
    document_id $text$ not null unique,
    version integer not null,
    sha256 $text$ not null,
    content_sha256 $text$ not null,
    path $text$ null,
    media_type $text$ null,
    title $text$ null,
    length bigint null,
    model_version $text$ null,
    run_key bigint not null references run (run_key),
    added_at $text$ not null,
    loaded_at $text$ not null
);

-- What a report was before, with the records that were made of it, one JSON object a line.
create table document_version (
    document_key bigint not null,
    version integer not null,
    sha256 $text$ not null,
    content_sha256 $text$ not null,
    model_version $text$ null,
    run_key bigint not null,
    loaded_at $text$ not null,
    replaced_by_run bigint not null,
    replaced_at $text$ not null,
    records $text$ not null,
    primary key (document_key, version)
);

-- One row a case, corrections applied. What cohorts filter by stands in front: it is read for every case.
-- Members of a list stand between semicolons, ";a;b;"; masks have a bit for each level of the spine, C1 is bit 0.
create table cases (
    case_key bigint not null primary key,
    document_key bigint not null references document (document_key),
    ordinal integer not null,
    run_key bigint not null,
    level_mask bigint null,
    procedure_level_mask bigint null,
    age_years double precision null,
    age_approximate boolean null,
    sex $text$ null,
    primary_site_code $text$ null,
    primary_histology_code $text$ null,
    histology_code $text$ null,
    behaviour $text$ null,
    origin $text$ null,
    compartment $text$ null,
    extent $text$ null,
    procedures $text$ null,
    is_corrected boolean not null,
    age_confidence double precision null,
    sex_confidence double precision null,
    primary_confidence double precision null,
    histology_confidence double precision null,
    origin_confidence double precision null,
    compartment_confidence double precision null,
    extent_confidence double precision null,
    cord_compression_confidence double precision null,
    age_at_diagnosis_confidence double precision null,
    metastasis_timing_confidence double precision null,
    recurrence_confidence double precision null,
    follow_up_confidence double precision null,
    vital_status_confidence double precision null,
    disease_status_confidence double precision null,
    neurology_confidence double precision null,
    local_recurrence_confidence double precision null,
    sins_confidence double precision null,
    age_at_diagnosis double precision null,
    metastasis_months_after_primary double precision null,
    follow_up_months double precision null,
    prior_surgery_months_before double precision null,
    sins_lower double precision null,
    sins_upper double precision null,
    primary_laterality $text$ null,
    prior_surgeries $text$ null,
    spinal_levels $text$ null,
    spinal_regions $text$ null,
    t1_signal $text$ null,
    t2_signal $text$ null,
    enhancement $text$ null,
    enhancement_pattern $text$ null,
    procedure_levels $text$ null,
    cord_compression $text$ null,
    cord_compression_severity $text$ null,
    presentation $text$ null,
    adjuvants $text$ null,
    metastasis_timing $text$ null,
    recurrence $text$ null,
    recurrence_site $text$ null,
    vital_status $text$ null,
    cause_of_death $text$ null,
    disease_status $text$ null,
    neurology $text$ null,
    local_recurrence $text$ null,
    scales $text$ null,
    sins_stability $text$ null,
    primary_site $text$ null,
    primary_histology $text$ null,
    histology $text$ null,
    grade $text$ null,
    case_id $text$ not null,
    document_id $text$ not null,
    added_at $text$ not null,
    loaded_at $text$ not null,
    path $text$ null,
    histology_text $text$ null,
    warnings $text$ null
);
create unique index cases_case_id on cases (case_id);
create index cases_document on cases (document_key);

-- The record as the extractor gave it, byte for byte.
create table record (
    case_key bigint not null primary key,
    json $text$ not null
);

-- One row for each value of a field, corrections applied. The quotation is the first one; the record has them all.
create table field_value (
    case_key bigint not null,
    field $text$ not null,
    ordinal integer not null,
    text $text$ null,
    number double precision null,
    code $text$ null,
    confidence double precision null,
    evidence_start bigint null,
    evidence_end bigint null,
    evidence_text $text$ null,
    evidence_section $text$ null,
    is_corrected boolean not null$value_key$
)$clustered$;

-- What people know better. A rerun never touches it; a later correction of the same field ends an earlier one.
create table correction (
    correction_key $identity$,
    case_id $text$ not null,
    field $text$ not null,
    old_value $text$ null,
    new_value $text$ null,
    why $text$ not null,
    who $text$ not null,
    made_at $text$ not null,
    ended_at $text$ null
);
create unique index correction_standing on correction (case_id, field) where ended_at is null;

-- Every change, in the order in which it was made.
create table audit (
    audit_key $identity$,
    at $text$ not null,
    who $text$ not null,
    action $text$ not null,
    run_key bigint null,
    document_id $text$ null,
    case_id $text$ null,
    field $text$ null,
    old_value $text$ null,
    new_value $text$ null,
    why $text$ null
);
