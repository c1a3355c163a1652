import { plain } from "../../../grammar/plain/dialect.ts";
import { boundCommand } from "../../derive/bound-command.ts";
import { composeSlots } from "../../derive/compose.ts";
import type { Confirmation } from "../../panel/state/remote-access.ts";
import type { PlainCommand } from "./plain-command.ts";

/** The PIN in examples. */
const A_PIN = "1234";

/** What somebody would text: `ARM AT 22:30 1234`. */
export function wordForm(command: PlainCommand, by: Confirmation): string {
	const bound = boundCommand(command, "extension", {}, plain);
	return plain.write({
		keyword: "",
		code: by === "pin" ? A_PIN : "",
		word: command.word,
		slots: composeSlots(bound, command.example),
	});
}
