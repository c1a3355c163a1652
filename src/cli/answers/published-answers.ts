import type * as z from "zod";
import { doctorReportSchema } from "../../doctor/report-schema.ts";
import { toldRunSchema } from "../../site/told-run.ts";
import {
	phoneTestedSchema,
	reportTestSchema,
} from "../../views/json/tested-schemas.ts";
import {
	dueReportSchema,
	planJsonSchema,
} from "../../views/sites/plan-schema.ts";
import {
	checkAnswer,
	checkedLineAnswer,
	commandsAnswer,
	composeAnswer,
	dialectCheckAnswer,
	grammarAnswer,
	modelsAnswer,
	pageAnswer,
	textAnswer,
	versionAnswer,
} from "./message-answers.ts";
import {
	modemInboxAnswer,
	modemInfoAnswer,
	modemTraceAnswer,
	modemUssdAnswer,
	pduAnswer,
	portsAnswer,
	sendAnswer,
} from "./modem-answers.ts";
import {
	configCheckAnswer,
	configDiffAnswer,
	configGetAnswer,
	configInitAnswer,
	configSetAnswer,
	configShowAnswer,
	doAnswer,
	logAnswer,
	otpAnswer,
	otpTestAnswer,
	peopleAnswer,
	statusAnswer,
} from "./panel-answers.ts";
import {
	coverageAnswer,
	replayAnswer,
	workerAnswer,
} from "./replay-answers.ts";
import {
	auditObservedAnswer,
	auditVerifyAnswer,
	handoverAnswer,
	importAnswer,
	siteForgetAnswer,
} from "./site-answers.ts";
import {
	mqttForgetAnswer,
	receiverAnswer,
	runAnswer,
	serveAnswer,
} from "./stream-answers.ts";

/** What a verb prints with `--json`. */
export interface PublishedAnswer {
	/** As it is typed: `people list`, `check --file FILE`. */
	readonly typed: string;
	/** Name of its file in `schemas/`, before `.schema.json`. */
	readonly name: string;
	/** One document, or one JSON object a line. */
	readonly form: "document" | "lines";
	readonly schema: z.ZodType;
}

const document = (typed: string, name: string, schema: z.ZodType) =>
	({ typed, name, form: "document", schema }) as const;
const lines = (typed: string, name: string, schema: z.ZodType) =>
	({ typed, name, form: "lines", schema }) as const;

/** Every answer for programs. The files and docs/json.md are made from this list. */
export const publishedAnswers: readonly PublishedAnswer[] = [
	document("check MESSAGE", "check", checkAnswer),
	lines("check --file FILE", "check-file", checkedLineAnswer),
	document("compose", "compose", composeAnswer),
	document("commands", "commands", commandsAnswer),
	document("models", "models", modelsAnswer),
	document("dialect check", "dialect-check", dialectCheckAnswer),
	document("grammar", "grammar", grammarAnswer),
	document("page", "page", pageAnswer),
	document("--version", "version", versionAnswer),
	document("text", "text", textAnswer),
	document("do", "do", doAnswer),
	document("status", "status", statusAnswer),
	lines("log", "log", logAnswer),
	document("config init", "config-init", configInitAnswer),
	document("config show", "config-show", configShowAnswer),
	document("config check", "config-check", configCheckAnswer),
	document("config get", "config-get", configGetAnswer),
	document("config set", "config-set", configSetAnswer),
	document("config diff", "config-diff", configDiffAnswer),
	document("people add, list, remove, enable, disable", "people", peopleAnswer),
	document("people test", "people-test", phoneTestedSchema),
	document("otp uri, reset", "otp", otpAnswer),
	document("otp test", "otp-test", otpTestAnswer),
	lines("run", "run", runAnswer),
	lines("serve", "serve", serveAnswer),
	document("serve --mqtt-forget", "mqtt-forget", mqttForgetAnswer),
	lines("receiver", "receiver", receiverAnswer),
	document("report test", "report-test", reportTestSchema),
	document("doctor", "doctor", doctorReportSchema),
	document("plan", "plan", planJsonSchema),
	lines("apply", "apply", toldRunSchema),
	document("apply --dry-run", "apply-dry-run", dueReportSchema.array()),
	document("import", "import", importAnswer),
	document("handover", "handover", handoverAnswer),
	document("audit verify", "audit-verify", auditVerifyAnswer),
	document("audit observed", "audit-observed", auditObservedAnswer),
	document("site forget", "site-forget", siteForgetAnswer),
	document("replay", "replay", replayAnswer),
	document("replay --coverage-json FILE", "coverage", coverageAnswer),
	document("worker", "worker", workerAnswer),
	document("send", "send", sendAnswer),
	document("modem ports", "modem-ports", portsAnswer),
	document("modem info", "modem-info", modemInfoAnswer),
	document("modem inbox", "modem-inbox", modemInboxAnswer),
	document("modem ussd", "modem-ussd", modemUssdAnswer),
	lines("modem trace", "modem-trace", modemTraceAnswer),
	document("pdu", "pdu", pduAnswer),
];
