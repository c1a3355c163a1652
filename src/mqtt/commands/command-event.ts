import type { PanelEvent } from "../../panel/state/event.ts";
import type { PanelState } from "../../panel/state/state.ts";
import type { MqttSettings } from "../settings.ts";
import type { MqttCommand } from "./read-command.ts";
import type { TestCommand } from "./report-tests.ts";

/** What a command lets happen at the panel, or why it lets nothing happen. */
export type CommandEvent =
	| { readonly ok: true; readonly event: PanelEvent }
	| { readonly ok: false; readonly why: string };

/** What the settings allow of a command. Whether the panel does it is the panel's to say. */
export function commandEvent(
	command: Exclude<MqttCommand, TestCommand>,
	{ runtime, remote }: Pick<PanelState, "runtime" | "remote">,
	{ armWithoutCode, allowBypass }: MqttSettings,
): CommandEvent {
	const by = { via: "mqtt" } as const;
	switch (command.about) {
		case "mode": {
			const { mode, force, code } = command;
			if (code === null && !armWithoutCode)
				return { ok: false, why: "a code is needed" };
			return { ok: true, event: { type: "mqtt-mode", mode, force, code, by } };
		}
		case "bypass": {
			const { zone, leaveOut } = command;
			if (!allowBypass)
				return { ok: false, why: "bypass over MQTT is not allowed" };
			if (runtime.mode !== "disarm")
				return { ok: false, why: "only while the panel is disarmed" };
			return { ok: true, event: { type: "bypass", zone, leaveOut, by } };
		}
		case "credit":
			return remote.creditCode === ""
				? { ok: false, why: "no credit code is set" }
				: { ok: true, event: { type: "ask-credit", by } };
	}
}
