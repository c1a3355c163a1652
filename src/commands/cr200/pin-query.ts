import { find } from "../../panel/state/numbered.ts";
import { defineCommand } from "../define.ts";
import { groupsIn } from "./answer-groups.ts";

export const pinQuery = defineCommand({
	word: "PIN?",
	help: "Ask for the users: number, PIN and name of each.",
	source: "CR18; the page breaks off in the answer",
	synonyms: ["users", "pins", "names", "list users"],
	parameters: {},
	bare: true,
	example: {},
	// Groups as printed, four of them like the CR200's users, empty ones left
	// blank; users beyond are listed when there are any. (inferred)
	answer: ({ users }) => {
		const last = Math.max(
			4,
			...users.map(({ id }) => id).filter((id) => id <= 10),
		);
		const groups = Array.from({ length: last }, (_, at) => {
			const user = find(users, at + 1);
			return `(${at + 1},${user?.pin ?? ""},${user?.name ?? ""})`;
		});
		return `PIN?:${groups.join(",")}`;
	},
	readings: (answer) => {
		const groups = /^PIN\?:(.*)$/s.exec(answer)?.[1];
		return groups === undefined
			? null
			: new Map(groupsIn(groups, HEAD).flatMap(readingsOf));
	},
});

const HEAD = /\((\d+),(\d*),/;

function readingsOf([
	id,
	pin = "",
	name = "",
]: readonly string[]): readonly (readonly [string, string | null])[] {
	const path = `users.${id}`;
	if (pin === "") return [[path, null]];
	return [
		[`${path}.pin`, pin],
		[`${path}.name`, name],
	];
}
