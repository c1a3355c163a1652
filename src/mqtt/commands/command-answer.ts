import { armFaults } from "../../panel/alarm/arm-faults.ts";
import { mqttShutUntil } from "../../panel/remote/guard.ts";
import type { ArmFaultCondition } from "../../panel/state/arm-fault-condition.ts";
import type { Outcome } from "../../panel/state/outcome.ts";
import type { PanelState } from "../../panel/state/state.ts";
import type { DiagnosticCode } from "../../parameters/diagnostic-codes.ts";
import { instantText } from "../../time/instant.ts";
import type { MqttCommand } from "./read-command.ts";

/** What came of a command, for scripts. It never says the code. */
export interface CommandAnswer {
	readonly command: MqttCommand["about"];
	readonly ok: boolean;
	readonly why: string | null;
	/** Until when codes, or test reports, are refused; ISO 8601. */
	readonly until: string | null;
	/** What speaks against arming; zone 0 is the panel. */
	readonly faults: readonly ArmFaultCondition[];
}

/** The answer to a command that came to the panel. */
export function commandAnswer(
	command: MqttCommand,
	{ state, refusal }: Pick<Outcome, "state" | "refusal">,
	now: number,
): CommandAnswer {
	if (refusal === null) return answered(command, null);
	const shut = mqttShutUntil(state, now);
	return {
		...answered(command, reasons[refusal.code] ?? refusal.message),
		until: shut === null ? null : instantText(shut),
		faults:
			refusal.code === "arming/fault" ? faultsAgainst(command, state) : [],
	};
}

/** @param why null where it was done */
export function answered(
	{ about }: MqttCommand,
	why: string | null,
): CommandAnswer {
	return { command: about, ok: why === null, why, until: null, faults: [] };
}

const reasons: { readonly [C in DiagnosticCode]?: string } = {
	"mqtt/wrong-code": "wrong code",
	"mqtt/shut": "too many wrong codes",
	"mqtt/no-code": "a code is needed",
	"arming/fault": "faults",
	"arming/alarm": "there is an alarm, or an entry delay is running",
};

function faultsAgainst(
	command: MqttCommand,
	state: PanelState,
): readonly ArmFaultCondition[] {
	return command.about !== "mode" || command.mode === "disarm"
		? []
		: armFaults(state, command.mode);
}
