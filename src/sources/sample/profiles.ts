/** How often a term holds for a kind of listing, and the words that each conversion writes for it. */
export interface Profile {
  code: string;
  room: "services" | "populations" | "payers";
  /** Percent of substance use listings: outpatient, residential, inpatient. */
  su: readonly number[];
  /** Percent of mental health listings: outpatient, residential, inpatient. */
  mh: readonly number[];
  /** What moves the share up or down from place to place. */
  trait: Trait;
  /** Label that the conversion of an export writes; empty where it drops the code. */
  converted: string;
  /** Label that the earlier merge wrote; empty where it has none. */
  merged: string;
}

export type Trait = "none" | "medication" | "peer" | "public" | "urban";

/**
 * Services by level of care. The shares follow a published export of one metropolitan area in 2025, lowered
 * where the country as a whole has less, and kept apart by level: hospitals hospitalize, homes house.
 */
export const SERVICES = parse(
  "services",
  `
SA|100 100 100|20 30 30|none|Substance Abuse Treatment|Substance Use Treatment
MH|- - -|100 100 100|none|Mental Health Treatment|Mental Health Treatment
SUMH|55 60 75|75 80 85|none|Co-occurring Disorders Treatment|Co-Occurring Disorders Treatment
DT|6 36 80|- - -|none|Detoxification|Detoxification
MM|11 5 22|- - -|medication|Methadone Maintenance|Methadone Maintenance
OTP|10 2 9|- - -|medication|Opioid Treatment Program|Opioid Treatment Program
BUM|34 28 55|- - -|medication||Buprenorphine Maintenance
BU|42 44 70|- - -|medication||Buprenorphine Treatment
NU|30 24 50|- - -|medication||Naltrexone Treatment
MOA|52 62 60|- - -|none|Medication-Assisted Treatment|
OP|96 18 24|94 12 28|none|Outpatient Treatment|Outpatient Treatment
OIT|44 15 16|- - -|none||Intensive Outpatient
ORT|78 12 14|- - -|none||Regular Outpatient Treatment
OD|5 0 12|- - -|none||Outpatient Detoxification
RES|0 100 5|0 100 8|none|Residential Treatment|Residential Treatment
RS|0 52 4|- - -|none||Short-Term Residential
RL|0 64 0|- - -|none||Long-Term Residential
RD|0 30 3|- - -|none||Residential Detoxification
HI|0 0 100|0 0 100|none|Hospital Inpatient|Hospital Inpatient
HIT|0 0 78|- - -|none||Hospital Inpatient Treatment
PH|- - -|5 3 30|urban|Partial Hospitalization|
PHDT|- - -|12 6 40|urban||Partial Hospitalization
ODT|8 6 22|- - -|urban||Day Treatment
PSY|- - -|0 0 46|none|Psychiatric Services|
HH|0 24 0|- - -|none|Transitional Housing/Halfway House|Transitional Housing
CBT|88 84 82|92 86 88|none|Cognitive Behavioral Therapy|Cognitive Behavioral Therapy
DBT|- - -|60 58 62|none|Dialectical Behavior Therapy|Dialectical Behavior Therapy
GT|- - -|86 92 96|none|Group Therapy|Group Therapy
CFT|- - -|76 66 70|none|Couples/Family Therapy|Couples/Family Therapy
IPT|- - -|95 88 86|none|Individual Psychotherapy|Individual Psychotherapy
AT|- - -|42 74 88|none|Activity Therapy|Activity Therapy
ECT|- - -|1 0 24|urban|Electroconvulsive Therapy|Electroconvulsive Therapy
TELE|76 48 42|82 44 40|none|Telehealth Services|Telehealth
PEER|52 66 48|42 46 36|peer|Peer Support Services|Peer Support
RC|30 46 20|- - -|peer||Recovery Coaching
SHG|38 70 44|- - -|peer||Self-Help Groups
CM|78 84 80|68 66 62|none|Case Management|Case Management
ACT|- - -|11 4 4|public|Assertive Community Treatment|Assertive Community Treatment
ICM|- - -|18 10 8|public|Intensive Case Management|Intensive Case Management
HS|46 62 40|24 26 18|public||Housing Assistance
EMP|32 48 22|- - -|public||Employment Assistance
TA|42 66 44|- - -|public||Transportation Assistance
NOE|74 82 70|- - -|medication||Naloxone Training
ICO|96 96 92|- - -|none||Individual Counseling
GCO|90 96 92|- - -|none||Group Counseling
FCO|70 66 60|- - -|none||Family Counseling
RELP|92 94 84|- - -|none||Relapse Prevention
TWFA|46 72 56|- - -|none||Twelve-Step Facilitation
MOTI|88 84 78|- - -|none||Motivational Interviewing
CMI|40 38 24|- - -|none||Contingency Management
ANG|62 64 40|- - -|none||Anger Management
TRC|72 74 60|- - -|none||Trauma-Informed Counseling
ACC|84 88 82|- - -|none||Aftercare Planning
DP|86 94 96|- - -|none||Discharge Planning
OPC|48 40 34|- - -|public||Community Outreach
SAE|94 96 90|- - -|none||Substance Use Education
HIVT|26 30 48|8 8 20|medication||HIV Testing
TCC|54 58 64|48 50 56|none||Tobacco Cessation
SPS|50 48 66|60 54 72|none||Suicide Prevention
CIT|- - -|24 10 34|public||Crisis Intervention Team
SEMP|- - -|14 12 4|public||Supported Employment
SH|- - -|10 24 4|public||Supported Housing
IPC|22 14 38|24 10 34|public||Integrated Primary Care
FQHC|9 0 2|11 0 2|public|Federally Qualified Health Center|Federally Qualified Health Center
CMHC|- - -|20 8 4|public|Community Mental Health Center|Community Mental Health Center
VAMC|0 0 5|0 0 6|none|VA Medical Center Services|VA Medical Center Services
CSAA|90 94 90|- - -|none||Comprehensive Substance Use Assessment
CMHA|52 52 66|- - -|none||Comprehensive Mental Health Assessment
SSA|92 90 92|- - -|none||Substance Use Screening
SMHD|74 76 84|- - -|none||Mental Disorder Screening
STU|70 76 84|68 64 80|none||Tobacco Use Screening
MHPA|34 62 84|- - -|none||Medical History and Physical Exam
DAUT|78 84 80|- - -|none||Urine Drug Testing
BABA|56 62 58|- - -|none||Breath or Blood Alcohol Testing
HCT|32 36 52|6 6 18|medication||Hepatitis C Testing
TBS|44 66 64|12 20 30|public||Tuberculosis Screening
OFD|66 68 62|- - -|none||Follow-up After Discharge
HAEC|60 66 52|- - -|none||HIV Education and Support
HEOH|64 74 66|- - -|none||General Health Education
SSD|58 76 52|- - -|none||Social Skills Development
VOC|18 30 10|- - -|public||Vocational Training
MMD|46 52 78|- - -|none||Psychiatric Medication
NRT|30 46 70|36 40 66|none||Nicotine Replacement
VTRL|36 34 54|- - -|medication||Naltrexone Injection
BWN|38 36 60|- - -|medication||Buprenorphine with Naloxone
PMAT|34 32 62|- - -|medication||Medication for Alcohol Use Disorder
ANTPYCH|- - -|54 52 90|none||Antipsychotic Medication
IDD|- - -|66 62 72|none||Integrated Dual Disorder Treatment
FPSY|- - -|58 50 60|none||Family Psychoeducation
PRS|- - -|24 46 20|public||Psychosocial Rehabilitation
COOT|- - -|46 14 24|public||Court-Ordered Outpatient Treatment
DEC|- - -|30 40 42|none||Diet and Exercise Counseling
LABT|- - -|26 24 80|none||Laboratory Testing
VRS|- - -|16 20 8|public||Vocational Rehabilitation
PVTN|48 62 44|58 60 42|none||Private Non-Profit
CARF|30 26 16|- - -|none||CARF Accreditation
JC|20 34 72|- - -|none||Joint Commission Accreditation
SP|36 30 46|38 30 48|urban||Spanish
AH|40 30 52|36 26 50|urban||American Sign Language
F17|3 1 6|4 1 8|urban||Chinese
F92|2 1 4|3 1 5|urban||Vietnamese
F67|2 1 3|2 1 3|urban||Portuguese
F28|3 1 4|3 1 5|urban||French
F70|2 1 4|3 1 5|urban||Russian`
);

/** Populations served, by level of care. */
export const POPULATIONS = parse(
  "populations",
  `
ADLT|92 94 95|82 66 90|none|Adults|Adults
PED|- - -|14 8 16|none|Children|
CHLD|28 14 16|52 38 40|none||Children/Adolescents
YAD|84 80 78|86 62 84|none|Young Adults|Young Adults
SNR|74 66 80|76 48 80|none|Seniors|Older Adults
FEM|90 66 96|- - -|none|Female|Women
MALE|91 72 97|- - -|none|Male|Men
VET|34 30 46|26 18 40|public|Veterans|Veterans
CJ|46 44 26|26 20 18|public|Criminal Justice|Justice-Involved
DV|38 34 28|24 18 20|none|Domestic Violence|Domestic Violence Survivors
TAY|32 28 26|34 30 28|none|Transitional Age Youth|Transition-Age Youth
TRMA|52 56 46|50 48 46|none|Trauma|Trauma Survivors
CO|58 62 66|60 58 64|none||Co-Occurring Disorders
PW|34 34 30|- - -|public||Pregnant/Postpartum Women
SMI|- - -|50 58 66|public|Serious Mental Illness|Serious Mental Illness
SED|- - -|36 32 28|public|Serious Emotional Disturbance|Serious Emotional Disturbance
ALZ|- - -|8 6 28|none|Alzheimer's/Dementia|Alzheimer's/Dementia
PTSD|- - -|48 42 44|none|PTSD|PTSD
TBI|- - -|12 12 16|none|Traumatic Brain Injury|Traumatic Brain Injury`
);

/** Payment accepted. The conversion swapped Medicare with Medicaid, and wrote others under wrong names. */
export const PAYERS = parse(
  "payers",
  `
PI|76 60 92|80 62 94|none|Private Insurance|Private Insurance
MC|44 26 82|58 38 90|public|Medicaid|Medicare
MD|74 56 84|80 66 88|public|Medicare|Medicaid
SI|52 40 62|56 48 66|public|State Insurance|State Insurance
MI|40 30 66|46 30 72|none|Military Insurance|Military Insurance
SF|92 82 84|86 68 84|none|Sliding Fee Scale|Self-Pay
SS|42 32 22|40 24 20|public|State-Sponsored|Sliding Fee Scale
PA|36 38 30|26 18 24|public|Payment Assistance|Payment Assistance
WI|- - -|16 4 34|public|Workers' Compensation|
VAF|- - -|12 8 26|none|VA Funding|VA Funding`
);

function parse(room: Profile["room"], text: string): Profile[] {
  return text
    .trim()
    .split("\n")
    .map((line) => {
      const [code, su, mh, trait, converted, merged] = line.split("|");
      return {
        code: code!,
        room,
        su: percents(su!),
        mh: percents(mh!),
        trait: trait as Trait,
        converted: converted!,
        merged: merged!
      };
    });
}

function percents(text: string): number[] {
  return text.split(" ").map((cell) => (cell === "-" ? 0 : Number(cell)));
}
