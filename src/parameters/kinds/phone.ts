import { type Kind, Misfit } from "../kind.ts";

/**
 * A telephone number as a message has it: digits, with `+` or `00` in front where
 * it is international. It is kept as it was sent.
 *
 * @param max most digits
 */
export function phone(max: number): Kind<string> {
	return {
		shape: { type: "phone", max },
		rule: `a phone number of at most ${max} digits, + in front or not`,
		read(text) {
			if (!/^\+?[0-9]+$/.test(text)) return notANumber;
			const count = text.startsWith("+") ? text.length - 1 : text.length;
			return count > max ? new Misfit("length", `this has ${count}`) : text;
		},
		print: (value) => value,
	};
}

const notANumber = new Misfit("phone", "this has other characters");
