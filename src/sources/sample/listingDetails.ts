import type {Profile} from "./profiles.js";

/** Returns the yes-or-no block that the conversion derives from the codes of a listing. */
export function facilityDetails(
  type: "SU" | "MH",
  services: readonly Profile[]
): Record<string, boolean | string> {
  const codes = new Set(services.map(({code}) => code));
  return {
    facility_type: type,
    mh_services: codes.has("MH"),
    sa_services: codes.has("SA"),
    co_occurring: codes.has("SUMH"),
    detox_available: codes.has("DT"),
    methadone_available: codes.has("MM"),
    otp_available: codes.has("OTP"),
    hospital_inpatient: codes.has("HI"),
    residential: codes.has("RES"),
    halfway_house: codes.has("HH"),
    va_facility: codes.has("VAMC"),
    fqhc: codes.has("FQHC")
  };
}
