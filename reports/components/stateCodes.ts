/** USPS code, two-digit FIPS code and name of each state, DC and the territories that maps show. */
const STATES = `AL01 Alabama|AK02 Alaska|AZ04 Arizona|AR05 Arkansas|CA06 California|CO08 Colorado|CT09 Connecticut
DE10 Delaware|DC11 District of Columbia|FL12 Florida|GA13 Georgia|HI15 Hawaii|ID16 Idaho|IL17 Illinois|IN18 Indiana
IA19 Iowa|KS20 Kansas|KY21 Kentucky|LA22 Louisiana|ME23 Maine|MD24 Maryland|MA25 Massachusetts|MI26 Michigan
MN27 Minnesota|MS28 Mississippi|MO29 Missouri|MT30 Montana|NE31 Nebraska|NV32 Nevada|NH33 New Hampshire
NJ34 New Jersey|NM35 New Mexico|NY36 New York|NC37 North Carolina|ND38 North Dakota|OH39 Ohio|OK40 Oklahoma
OR41 Oregon|PA42 Pennsylvania|RI44 Rhode Island|SC45 South Carolina|SD46 South Dakota|TN47 Tennessee|TX48 Texas
UT49 Utah|VT50 Vermont|VA51 Virginia|WA53 Washington|WV54 West Virginia|WI55 Wisconsin|WY56 Wyoming
AS60 American Samoa|GU66 Guam|MP69 Northern Mariana Islands|PR72 Puerto Rico|VI78 U.S. Virgin Islands
FM64 Federated States of Micronesia|MH68 Marshall Islands|PW70 Palau`;

export interface State {
  state: string;
  fips: string;
  name: string;
}

export const states: State[] = STATES.split(/[|\n]/).map((entry) => ({
  state: entry.slice(0, 2),
  fips: entry.slice(2, 4),
  name: entry.slice(5)
}));

const byFips = new Map(states.map((entry) => [entry.fips, entry]));
const byCode = new Map(states.map((entry) => [entry.state, entry]));

export function stateOfFips(fips: string): State | undefined {
  return byFips.get(fips);
}

/** Returns a state’s name; the code itself where it is none. */
export function stateName(code: string): string {
  return byCode.get(code)?.name ?? code;
}

/** Returns a state’s name of at most 18 letters, for axes on a narrow screen. */
export function shortStateName(name: string): string {
  return name.replace("District", "Dist.").replace("Northern", "N.").replace("Virgin Islands", "Virgin Is.");
}
