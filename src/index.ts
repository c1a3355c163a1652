export type { Diagnostic } from "../grammar/message/diagnostic.ts";
export type { CorpusFault } from "./conversation/corpus-fault.ts";
export { createPanel } from "./device/create-panel.ts";
export type { PanelOptions } from "./device/panel-options.ts";
export type { Activity, ActivityFeed } from "./firmware/activity.ts";
export type { ExchangeReport } from "./firmware/answer/exchange-report.ts";
export type { Outgoing } from "./firmware/outbox/next.ts";
export {
	type CheckedText,
	type CheckOptions,
	check,
} from "./library/check.ts";
export {
	type ComposedText,
	type ComposeOptions,
	compose,
} from "./library/compose.ts";
export {
	type Replayed,
	type ReplayWishes,
	replay,
} from "./library/replay.ts";
export type { Lockouts } from "./panel/remote/guard.ts";
export type { Change } from "./panel/state/changes.ts";
export type { Effect } from "./panel/state/effect.ts";
export type { Right } from "./panel/state/remote-access.ts";
export type { Alarm, DeadlineKind, Runtime } from "./panel/state/runtime.ts";
export type { PanelState, Schedule, User, Zone } from "./panel/state/state.ts";
export type { TroubleName } from "./panel/state/troubles.ts";
export type { PanelStatus } from "./panel/status.ts";
export type { Value } from "./parameters/kind.ts";
export type { Provenance } from "./parameters/provenance.ts";
export type { Coverage } from "./replay/play/coverage.ts";
export type { CauseGroup } from "./replay/report/cause.ts";
export type { FailureReport } from "./replay/report/failure-report.ts";
export type { LostBlock } from "./replay/report/lost-block.ts";
export type { RepeatedId } from "./replay/report/repeated-id.ts";
export type { Verdicts } from "./replay/report/verdict-counts.ts";
export type { DigestParts } from "./simulation/digest.ts";
export type {
	Answered,
	PanelClock,
	PanelHandle,
	Passed,
	PhoneMessage,
	Phones,
	Stepped,
} from "./simulation/panel-handle.ts";
export type {
	RecordedSession,
	SimulatedChannel,
	SimulatedPanel,
} from "./simulation/simulated-panel.ts";
export type { TextAlphabet } from "./sms/segments.ts";
export type { CheckedParameter } from "./views/json/check-json.ts";
export type { MessageVerdict } from "./views/words/verdict.ts";
