import { listVerb } from "./line/verb.ts";

/** What the environment may set for verbs that open a modem, and for those that have a model. */
const modemVariables = ["modem", "pin", "init"] as const;
const mqttVariables = ["mqtt", "mqtt-user", "mqtt-password"] as const;
const modelVariables = ["model"] as const;

/**
 * Every verb, in the order of the help. A verb is loaded only when it runs: `--help`
 * loads none, and a small verb does not wait for a large one. Within a verb's files
 * imports are plain.
 */
export const verbs = [
	listVerb({
		command: "run",
		describe:
			"Run the panel, with a phone to type on; in a pipe each line is an SMS",
		variables: modemVariables,
		load: async () => (await import("./run/run.ts")).run,
	}),
	listVerb({
		command: "serve",
		describe:
			"Run the panel as a service, with phone lines that programs attach to",
		variables: [...modemVariables, ...mqttVariables],
		load: async () => (await import("./run/serve.ts")).serve,
	}),
	listVerb({
		command: "receiver",
		describe: "Be a receiver of alarms, for panels to report to by DC-09",
		load: async () => (await import("./reports/receiver.ts")).receiver,
	}),
	listVerb({
		command: "report <action> [destination]",
		describe: "Send a test report to the panel's destinations",
		load: async () => (await import("./reports/report.ts")).report,
	}),
	listVerb({
		command: "text <message..>",
		describe: "Hand one SMS to the panel and print its reply",
		load: async () => (await import("./messages/text.ts")).text,
	}),
	listVerb({
		command: "do [step..]",
		describe: "Make something happen at the panel, also at a running one",
		load: async () => (await import("./messages/do.ts")).doVerb,
	}),
	listVerb({
		command: "check [message..]",
		describe: "Explain messages field by field and change nothing",
		variables: modelVariables,
		load: async () => (await import("./messages/check.ts")).check,
	}),
	listVerb({
		command: "compose <word> [fields..]",
		describe: "Write a message from what you want to say",
		variables: modelVariables,
		load: async () => (await import("./messages/compose.ts")).compose,
	}),
	listVerb({
		command: "models [word..]",
		describe: "List the panels whose messages are known, or find one by maker",
		load: async () => (await import("./messages/models.ts")).models,
	}),
	listVerb({
		command: "commands [word..]",
		describe: "Show what the panel's model understands; finds words by synonym",
		variables: modelVariables,
		load: async () => (await import("./messages/commands.ts")).commands,
	}),
	listVerb({
		command: "page",
		describe:
			"Write the page that checks and composes messages on a phone, without a network",
		load: async () => (await import("./messages/page.ts")).page,
	}),
	listVerb({
		command: "plan [site]",
		describe: "Write the messages that make a panel what a site names",
		load: async () => (await import("./site/plan.ts")).plan,
	}),
	listVerb({
		command: "apply [site]",
		describe: "Send a plan to a panel, prove what it has, and resume",
		variables: modemVariables,
		load: async () => (await import("./site/apply.ts")).apply,
	}),
	listVerb({
		command: "audit <action> <file>",
		describe: "Verify the audit of a site",
		load: async () => (await import("./site/audit.ts")).audit,
	}),
	listVerb({
		command: "site <action> <site>",
		describe: "Forget what is kept of a site",
		load: async () => (await import("./site/site.ts")).site,
	}),
	listVerb({
		command: "import <file>",
		describe: "Write the site that names a panel as it is",
		variables: modelVariables,
		load: async () => (await import("./site/import.ts")).importVerb,
	}),
	listVerb({
		command: "handover <site>",
		describe: "Write the papers of a site: for the customer, for the installer",
		load: async () => (await import("./site/handover.ts")).handover,
	}),
	listVerb({
		command: "replay [file..]",
		describe: "Run conversations with fresh panels and check their claims",
		variables: [...modelVariables, "queue"],
		endsAtOnce: true,
		load: async () => (await import("./replay/replay.ts")).replay,
	}),
	listVerb({
		command: "worker",
		describe: "Run blocks of corpora that others replay with --queue",
		variables: ["queue"],
		load: async () => (await import("./replay/worker.ts")).worker,
	}),
	listVerb({
		command: "generate",
		describe: "Make a corpus of conversations from a model's declarations",
		variables: modelVariables,
		load: async () => (await import("./replay/generate.ts")).generate,
	}),
	listVerb({
		command: "config <action> [what..]",
		describe: "Make, show, check and change the panel's file",
		variables: modelVariables,
		load: async () => (await import("./messages/config.ts")).config,
	}),
	listVerb({
		command: "people <action> [who]",
		describe:
			"Manage who may control the panel from afar: add, list, remove, enable, disable, test",
		load: async () => (await import("./people/people.ts")).people,
	}),
	listVerb({
		command: "otp <action> <who> [code..]",
		describe: "Manage a person's one-time codes: uri, test, reset",
		load: async () => (await import("./people/otp.ts")).otp,
	}),
	listVerb({
		command: "status",
		describe: "Show what the panel is and does now",
		load: async () => (await import("./messages/status.ts")).status,
	}),
	listVerb({
		command: "log",
		describe: "Show the panel's event log, oldest first",
		load: async () => (await import("./messages/log.ts")).log,
	}),
	listVerb({
		command: "send <number> <text..>",
		describe: "Send an SMS through a modem and say what became of it",
		variables: modemVariables,
		load: async () => (await import("./modem/send.ts")).send,
	}),
	listVerb({
		command: "modem <action> [code]",
		describe: "Inspect and use a modem: ports, info, inbox, ussd, trace",
		variables: modemVariables,
		load: async () => (await import("./modem/modem.ts")).modem,
	}),
	listVerb({
		command: "doctor",
		describe:
			"Find what keeps the panel from working, and say what to do; changes nothing",
		variables: ["modem", "mqtt", "mqtt-user", "mqtt-password"],
		load: async () => (await import("./run/doctor.ts")).doctor,
	}),
	listVerb({
		command: "dialect <action> <file>",
		describe: "Check the file of another maker's language",
		load: async () => (await import("./messages/dialect.ts")).dialect,
	}),
	listVerb({
		command: "grammar",
		describe: "Print the message languages as EBNF, or draw them",
		load: async () => (await import("./messages/grammar.ts")).grammar,
	}),
	listVerb({
		command: "pdu <hex..>",
		describe: "Read a PDU octet by octet",
		load: async () => (await import("./modem/pdu.ts")).pdu,
	}),
];
