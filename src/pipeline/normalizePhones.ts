import {setImmediate} from "node:timers/promises";
import {parsePhoneNumberFromString} from "libphonenumber-js/max";
import type {Warehouse} from "../warehouse/open.js";

/** Texts read without a pause, in which statements that ran beside them can be followed by others. */
const TEXTS_AT_ONCE = 200;

const TABLE = "create table conformed.phones (phone_text varchar, e164 varchar, extension varchar)";

/**
 * Reads every distinct telephone text of the sources with the phone library and writes conformed.phones.
 * A text that is no valid number of the North American plan or of another country gets nulls.
 */
export async function normalizePhones(warehouse: Warehouse): Promise<void> {
  const {phone_text: texts = []} = await warehouse.columns(
    "select phone_text from conformed.phone_texts order by phone_text"
  );
  await warehouse.run(TABLE);
  await warehouse.append("conformed.main.phones", async (appender) => {
    for (const [i, text] of (texts as string[]).entries()) {
      if (i % TEXTS_AT_ONCE === 0) await setImmediate();
      const phone = parsePhone(text);
      for (const value of [text, phone?.e164, phone?.extension]) {
        if (value === undefined) appender.appendNull();
        else appender.appendVarchar(value);
      }
      appender.endRow();
    }
  });
}

/** Returns the number in E.164 form with its extension, or undefined if the text holds no valid number. */
export function parsePhone(text: string): {e164: string; extension?: string} | undefined {
  const phone = parsePhoneNumberFromString(text, "US");
  if (!phone?.isValid()) return undefined;
  return {e164: phone.number, ...(phone.ext && {extension: phone.ext})};
}
