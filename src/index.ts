export type { Diagnostic } from "../grammar/message/diagnostic.ts";
export { createPanel } from "./device/create-panel.ts";
export type { PanelOptions } from "./device/panel-options.ts";
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
export type { Change } from "./panel/state/changes.ts";
export type { Effect } from "./panel/state/effect.ts";
export type { PanelState } from "./panel/state/state.ts";
export type { PanelStatus } from "./panel/status.ts";
export type {
	Answered,
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
