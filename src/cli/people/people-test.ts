import { createInterface } from "node:readline/promises";
import { testPhoneAt } from "../../device/control/running-panel.ts";
import { readPanel } from "../../device/file/panel-file.ts";
import { phoneTest } from "../../firmware/people/phone-test.ts";
import { personNamed } from "../../panel/state/remote-access.ts";
import { lockOwner } from "../../store/lock.ts";
import { testedPhoneLines } from "../../views/panel/tested-phone-text.ts";
import { ExitCode, UsageError } from "../line/exit-code.ts";
import { complain, print } from "../line/print.ts";

export interface PeopleTestOptions {
	/** The panel's. */
	readonly file: string;
	readonly who: string | undefined;
	/** Whether nobody is asked first. */
	readonly yes: boolean;
	readonly json: boolean;
}

/**
 * Has the panel that runs text a person, and says what came of it.
 * @throws UsageError where nobody is meant, or nobody says yes
 */
export async function testPerson({
	file,
	who,
	yes,
	json,
}: PeopleTestOptions): Promise<ExitCode> {
	if (who === undefined) throw new UsageError("test whom? people test Anna");
	const { state, numbering } = await readPanel(file);
	const person = personNamed(state.remote, who, numbering);
	if (person === undefined)
		throw new UsageError(`there is nobody ${who} on the list: people list`);
	const owner = await lockOwner(file);
	if (owner === null || owner.control === null) {
		complain(
			"alarmpanel: no panel runs that could text; alarmpanel serve runs it on a modem",
		);
		return ExitCode.runtime;
	}
	const { text } = phoneTest(state, person);
	const name = `${person.name}, ${person.numbers[0]}`;
	if (!yes && !(await isMeant(`Text ${name}: “${text}”? [y/N] `))) {
		complain("nothing was sent");
		return ExitCode.refused;
	}
	if (!json) complain(`texting ${name}; a delivery report may take minutes`);
	const tested = await testPhoneAt(owner.control, person.id);
	if (json) print(tested);
	else if (tested.refusal === null)
		for (const line of testedPhoneLines(tested)) print(line);
	if (tested.refusal !== null) {
		const { message, hint } = tested.refusal;
		complain(`alarmpanel: ${message}${hint === null ? "" : ` (${hint})`}`);
		return ExitCode.refused;
	}
	if (tested.reason !== null && json) complain(`alarmpanel: ${tested.reason}`);
	return tested.deliveredAfter === null ? ExitCode.runtime : ExitCode.ok;
}

/** @throws UsageError where there is no terminal to ask on */
async function isMeant(question: string): Promise<boolean> {
	if (!process.stdin.isTTY)
		throw new UsageError("a text costs money: --yes sends it unasked");
	const terminal = createInterface({
		input: process.stdin,
		output: process.stderr,
	});
	try {
		return /^y(es)?$/i.test((await terminal.question(question)).trim());
	} finally {
		terminal.close();
	}
}
