import { check } from "./check.ts";
import { commands } from "./commands.ts";
import { compose } from "./compose.ts";
import { config } from "./config.ts";
import { doVerb } from "./do.ts";
import { generate } from "./generate.ts";
import { grammar } from "./grammar.ts";
import { log } from "./log.ts";
import { modem } from "./modem.ts";
import { otp } from "./otp.ts";
import { pdu } from "./pdu.ts";
import { people } from "./people.ts";
import { replay } from "./replay.ts";
import { run } from "./run.ts";
import { send } from "./send.ts";
import { serve } from "./serve.ts";
import { status } from "./status.ts";
import { text } from "./text.ts";

/** Every verb, in the order of the help. */
export const verbs = [
	run,
	serve,
	text,
	doVerb,
	check,
	compose,
	commands,
	replay,
	generate,
	config,
	people,
	otp,
	status,
	log,
	send,
	modem,
	grammar,
	pdu,
] as const;
