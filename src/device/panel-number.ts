import { dialled } from "../panel/state/phone-number.ts";
import { readRecipient } from "../sms/recipient.ts";

/**
 * Why a panel cannot have this number as its own: nobody can dial it, and the rule
 * that a panel never answers itself would guard against nobody. What people put
 * between digits is let pass. Null where it can. Total.
 */
export function panelNumberFault(number: string): string | null {
	const read = readRecipient(dialled(number) ?? number);
	return read.ok ? null : read.reason;
}
