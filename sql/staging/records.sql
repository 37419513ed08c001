-- grain: one row per readable record of any source, in one shape
with listed as (
  select 'narr_residences' as source, * from staging.stg_narr_residences
  union all by name select 'rccs' as source, * from staging.stg_rccs
  union all by name select 'rcos' as source, * from staging.stg_rcos
  union all by name select 'treatment_centers' as source, * from staging.stg_treatment_centers
  union all by name select 'oxford_houses' as source, * from staging.stg_oxford_houses
  union all by name select 'findtreatment' as source, * from staging.stg_findtreatment
  union all by name select * from staging.stg_mapped
)
select
  * replace (
    main.tidied(source_id) as source_id,
    main.tidied(name) as name,
    main.tidied(street) as street,
    main.tidied(unit) as unit,
    main.tidied(city) as city,
    main.tidied(state_label) as state_label,
    main.tidied(address_line) as address_line,
    main.present_texts(phone_texts) as phone_texts,
    nullif(nullif(main.tidied(website), 'http://'), 'https://') as website,
    main.tidied(email) as email,
    main.tidied(zip) as zip,
    coalesce(service_codes, []) as service_codes,
    coalesce(certifications, []) as certifications,
    coalesce(is_converted, false) as is_converted,
    coalesce(is_synthetic, false) as is_synthetic,
    coalesce(is_narr_certified, false) as is_narr_certified
  ),
  main.parsed_date(extraction_date) as extracted_on
from listed
