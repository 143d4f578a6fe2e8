-- As before, over the new tables. Ready for SQL tools: one row a case, a column a field, members of lists joined by "; ".
create view case_view as
select
    c.case_id,
    c.document_id,
    c.path,
    c.is_corrected,
    c.age_years,
    c.age_approximate,
    c.sex,
    c.primary_site_code,
    c.primary_site,
    c.primary_laterality,
    c.primary_histology_code,
    c.primary_histology,
    replace(trim(c.prior_surgeries, ';'), ';', '; ') as prior_surgeries,
    c.prior_surgery_months_before,
    replace(trim(c.spinal_levels, ';'), ';', '; ') as spinal_levels,
    replace(trim(c.spinal_regions, ';'), ';', '; ') as spinal_regions,
    replace(trim(c.t1_signal, ';'), ';', '; ') as t1_signal,
    replace(trim(c.t2_signal, ';'), ';', '; ') as t2_signal,
    replace(trim(c.enhancement, ';'), ';', '; ') as enhancement,
    replace(trim(c.enhancement_pattern, ';'), ';', '; ') as enhancement_pattern,
    replace(trim(c.procedures, ';'), ';', '; ') as procedures,
    replace(trim(c.procedure_levels, ';'), ';', '; ') as procedure_levels,
    c.extent,
    c.histology_code,
    c.behaviour,
    c.histology,
    c.grade,
    c.histology_text,
    c.origin,
    c.compartment,
    c.cord_compression,
    c.cord_compression_severity,
    replace(trim(c.presentation, ';'), ';', '; ') as presentation,
    replace(trim(c.adjuvants, ';'), ';', '; ') as adjuvants,
    c.age_at_diagnosis,
    c.metastasis_timing,
    c.metastasis_months_after_primary,
    c.recurrence,
    c.recurrence_site,
    c.follow_up_months,
    c.vital_status,
    c.cause_of_death,
    c.disease_status,
    c.neurology,
    c.local_recurrence,
    replace(trim(c.scales, ';'), ';', '; ') as scales,
    c.sins_lower,
    c.sins_upper,
    c.sins_stability,
    replace(trim(c.warnings, ';'), ';', '; ') as warnings,
    c.age_confidence,
    c.sex_confidence,
    c.primary_confidence,
    c.histology_confidence,
    c.origin_confidence,
    c.compartment_confidence,
    c.extent_confidence,
    c.cord_compression_confidence,
    c.age_at_diagnosis_confidence,
    c.metastasis_timing_confidence,
    c.recurrence_confidence,
    c.follow_up_confidence,
    c.vital_status_confidence,
    c.disease_status_confidence,
    c.neurology_confidence,
    c.local_recurrence_confidence,
    c.sins_confidence,
    c.added_at,
    c.loaded_at,
    d.version as document_version,
    d.sha256 as document_sha256,
    r.extractor_version,
    d.model_version
from cases c
join document d on d.document_key = c.document_key
join run r on r.run_key = c.run_key;

-- One row a value, with the case and what it was made with.
create view value_view as
select
    c.case_id, c.document_id, f.field, v.ordinal, v.text, v.number, v.code,
    case
        when v.code is null then null
        when f.field = 'primaryTumour.site' then 'ICD-O-3 topography'
        when f.field in ('primaryTumour.histology', 'histology') then 'ICD-O-3.2 morphology'
        when f.field = 'histology.behaviour' then 'ICD-O-3 behaviour'
        else 'caseextract'
    end as system,
    v.confidence, v.evidence_start, v.evidence_end, v.evidence_text, v.evidence_section, v.is_corrected,
    c.run_key, r.extractor_version, d.model_version
from field_value v
join field f on f.field_key = v.field_key
-- said twice, so that either may be looked up by the key of the other
join cases c on c.case_key = v.value_key >> 20 and v.value_key >= (c.case_key << 20) and v.value_key < ((c.case_key + 1) << 20)
join document d on d.document_key = c.document_key
join run r on r.run_key = c.run_key;
