/** A folder of `src/`, the grammar, or a file that stands beside the folders. */
export interface Room {
	readonly name: string;
	/** What is in it. */
	readonly says: string;
}

/**
 * The rooms, floor by floor from the ground. A room imports its own floor and
 * those below. One that is planned is listed before it is there.
 */
export const floors: readonly (readonly Room[])[] = [
	[
		room("grammar", "what a message may look like"),
		room("parameters", "kinds of parameter, and what a blank does"),
		room("sms", "characters and octets of SMS"),
		room("time", "clocks and chance"),
		room("error-message.ts", "what is said of a thing that was thrown"),
		room("how-many.ts", "a count and what it counts"),
		room("same-secret.ts", "whether two secrets are the same"),
	],
	[
		room("transport", "bytes on a line"),
		room("panel", "the state model, pure"),
		room("network", "the virtual GSM network"),
		room("derive", "what follows from a declaration"),
		room("receivers", "where reports go besides SMS"),
	],
	[
		room("modem", "the driver of a GSM modem"),
		room("virtual-modem", "a modem at a phone line of the virtual network"),
		room("commands", "one file per command word"),
		room("store", "the panel's file"),
		room("profiles", "what standards allow settings to be, as data"),
	],
	[
		room("models", "what one product understands, as data"),
		room("ports", "the modem ports of this machine"),
	],
	[
		room("firmware", "the loop: a text in, answers, reports and notices out"),
		room("plan", "a wanted configuration as messages"),
	],
	[room("conversation", "the form of conversations, read and written")],
	[
		room("device", "a panel on file and modem"),
		room("simulation", "a panel in virtual time, and conversations with it"),
	],
	[room("views", "what people and programs are told")],
	[
		room("mqtt", "a running panel as a device of MQTT"),
		room("replay", "corpora of conversations, and what runs them"),
	],
	[
		room("http", "the API"),
		room("console", "the page"),
		room("library", "what programs do with messages and conversations"),
		room("site", "plans rehearsed and applied"),
		room("doctor", "what keeps a panel from working"),
	],
	[room("cli", "one file per verb"), room("index.ts", "the library")],
];

/**
 * The floors within a room, from its ground: folders and files. A file that is
 * not named here stands above all that is named.
 */
export const floorsWithin: Readonly<
	Record<string, readonly (readonly string[])[]>
> = {
	grammar: [
		["message"],
		["pword", "mobile", "script", "plain", "transcript", "families"],
	],
	"src/parameters": [
		["diagnostic-codes.ts", "kind.ts", "provenance.ts"],
		["kinds", "field.ts", "parameter.ts", "command-spec.ts", "shape-view.ts"],
	],
	"src/panel": [
		["state"],
		["reporting"],
		["remote"],
		["alarm", "programming"],
		[
			"transition.ts",
			"power.ts",
			"clock-set.ts",
			"typed-event.ts",
			"happenings.ts",
		],
	],
	"src/receivers": [["receiver-address.ts", "receiver.ts"], ["dc09"]],
	"src/modem": [["at"], ["link"], ["supplementary"], ["receiving", "sending"]],
	"src/virtual-modem": [
		["equipment"],
		["session"],
		["control", "sms", "supplementary"],
	],
	"src/commands": [
		["define.ts", "replies.ts"],
		["cr200", "mobile", "plain", "vst"],
	],
	"src/plan": [["site"], ["messages"], ["language"]],
	"src/site": [["audit"], ["apply"], ["links"]],
	"src/store": [["json"]],
	"src/firmware": [["answer"], ["script"], ["people", "outbox"]],
	"src/device": [
		["panel-modem.ts"],
		["panel.ts", "text-watch.ts"],
		["control"],
		["file"],
	],
	"src/replay": [
		["corpus"],
		["play"],
		["report"],
		["generate", "run"],
		["digests", "queue"],
	],
	"src/mqtt": [
		["settings.ts", "topics.ts"],
		["state"],
		["discovery"],
		["commands", "inputs"],
		["broker"],
		["mqtt-news.ts"],
	],
	"src/views": [
		["words", "languages", "json", "colors.ts"],
		["factory-credentials.ts", "person-warnings.ts", "findings.ts"],
		["handover", "modem", "panel", "sites"],
	],
	"src/console": [
		[
			"elements",
			"page-panel.ts",
			"panel-summary.ts",
			"page-session.ts",
			"server-events.ts",
			"listed-phone.ts",
			"message",
		],
		["store", "disturbed-panel.ts"],
		[
			"running-clock.ts",
			"session-panel.ts",
			"api-link.ts",
			"told-activities.ts",
			"recorded-memory.ts",
		],
		["activity-over-http.ts", "panel-air.ts"],
		["panel-in-page.ts", "panel-over-http.ts", "panes", "site"],
		["panel-with-modem.ts"],
		["shell"],
	],
	"src/doctor": [["world.ts"], ["finding.ts", "holders.ts"], ["checks"]],
	"src/http": [
		["problem.ts", "route.ts", "schemas.ts"],
		["metrics"],
		["held"],
		["house", "door"],
		["routes"],
		["open-api.ts"],
	],
	"src/cli": [
		["answers", "line"],
		["messages", "modem", "people", "service", "site"],
		["replay", "run"],
		["reports"],
		["verbs.ts"],
		["main.ts", "bundle-exports.ts"],
		["launch"],
	],
};

/** Folders that may hold more files than others: standards and words are many. */
export const largeFolders: readonly string[] = [
	"src/commands/plain",
	"src/sms",
];

function room(name: string, says: string): Room {
	return { name, says };
}
