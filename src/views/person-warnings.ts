import { shellWord } from "../../grammar/message/shell-word.ts";
import { weaknessOf } from "../panel/remote/pin-strength.ts";
import { find } from "../panel/state/numbered.ts";
import { confirmationOf, plainWordRows } from "../panel/state/plain-words.ts";
import { type Person, plainWords } from "../panel/state/remote-access.ts";
import type { PanelState } from "../panel/state/state.ts";

/** Something about a person that the panel accepts and its owner should know. */
export interface PersonWarning {
	readonly path: string;
	readonly message: string;
}

/** What is unwise or will not work in a person's entry. */
export function personWarnings(
	{ users, remote }: PanelState,
	person: Person,
): readonly PersonWarning[] {
	const { id, name, can, numbers, otpKey, user } = person;
	const weakness = weaknessOf(find(users, user)?.pin ?? "");
	const byCode = plainWords.filter((word) => {
		const { right } = plainWordRows[word];
		// Everybody on the list has SMS DISABLE; it alone is no reason for a warning.
		return (
			right !== null &&
			can.includes(right) &&
			confirmationOf(remote, word) === "code"
		);
	});
	return [
		...(remote.country === "" ? numbers : [])
			.filter((number) => /^[0-9]{6,}$/.test(number))
			.map((number) => ({
				path: `remote.people.${id}.numbers`,
				message: `${number} is compared as typed; networks name senders as +33612345678: write it so, or set remote.country in the file`,
			})),
		...(weakness === null
			? []
			: [
					{
						path: `users.${user}.pin`,
						message: `user ${user}'s PIN ${weakness} and easy to guess; ${name} confirms with it`,
					},
				]),
		...(byCode.length === 0 || otpKey !== ""
			? []
			: [
					{
						path: `remote.people.${id}.otpKey`,
						message: `${name} has no key for one-time codes, which ${byCode.join(", ")} ${byCode.length === 1 ? "needs" : "need"}: alarmpanel otp uri ${shellWord(person.numbers[0] ?? name)} makes one`,
					},
				]),
	];
}
