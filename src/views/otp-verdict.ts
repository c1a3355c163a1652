import { shellWord } from "../../grammar/message/shell-word.ts";
import {
	type CodeVerdict,
	checkCode,
} from "../firmware/answer/one-time-code.ts";
import { isUsed } from "../panel/remote/code-requests.ts";
import { find } from "../panel/state/numbered.ts";
import type { Person } from "../panel/state/remote-access.ts";
import type { PanelState } from "../panel/state/state.ts";

/** What the panel would decide about a code. It does not tell the sender. */
export interface TestedCode {
	readonly verdict: CodeVerdict;
	readonly message: string;
}

/** Tests a person's code. The test does not use the code up. */
export function testCode(
	state: PanelState,
	person: Person,
	text: string,
	now: number,
): TestedCode {
	const pin = find(state.users, person.user)?.pin ?? "";
	const { verdict } = checkCode(
		{ key: person.otpKey, pin },
		text,
		now,
		(step) => isUsed(state, person.id, step, now),
	);
	return { verdict, message: message(person, pin, verdict) };
}

function message(
	{ name, user, otpKey, numbers }: Person,
	pin: string,
	verdict: CodeVerdict,
): string {
	switch (verdict) {
		case "ok":
			return "OK";
		case "size":
			return pin === ""
				? `wrong size: ${name} has no PIN`
				: `wrong size: 6 digits and the PIN of ${pin.length} are ${6 + pin.length} together`;
		case "pin":
			return `wrong PIN: not that of user ${user}`;
		case "otp":
			return otpKey === ""
				? `wrong one-time code: ${name} has no key; alarmpanel otp uri ${shellWord(numbers[0] ?? name)} makes one`
				: "wrong one-time code: it has expired, was used before, or the phone's clock is wrong";
	}
}
