/** Who made the modem, and who it is (3GPP TS 27.007, 5). */
import { ok } from "../session/answer.ts";
import { type CommandTable, type Context, forms } from "../session/handler.ts";

function told(line: (context: Context) => string): CommandTable[string] {
	return forms({ do: (_, context) => ok(line(context)), test: () => ok() });
}

const manufacturer = told(({ equipment }) => equipment.identity.manufacturer);
const model = told(({ equipment }) => equipment.identity.model);
const revision = told(({ equipment }) => equipment.identity.revision);
const serialNumber = told(({ equipment }) => equipment.identity.imei);

export const identificationCommands: CommandTable = {
	"+CGMI": manufacturer,
	"+GMI": manufacturer,
	"+CGMM": model,
	"+GMM": model,
	"+CGMR": revision,
	"+GMR": revision,
	"+CGSN": serialNumber,
	"+GSN": serialNumber,
};
