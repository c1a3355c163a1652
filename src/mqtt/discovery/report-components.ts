import { arrivals } from "../../firmware/test-report.ts";
import type { Destination } from "../../panel/state/state.ts";
import type { MqttSettings } from "../settings.ts";
import type { MqttTopics } from "../topics.ts";
import { COMMAND_EXPIRY, type MqttComponents } from "./component.ts";

/** A button that sends a test report through a destination, and what came of it. */
export function reportComponents(
	{ id }: Destination,
	topics: MqttTopics,
	settings: MqttSettings,
): MqttComponents {
	const of = (name: string) => `alarmpanel_${settings.id}_${name}`;
	const [button, sensor] = [`send_test_report_${id}`, `test_report_${id}`];
	const stat_t = topics.reportTest(id);
	return {
		[button]: {
			p: "button",
			uniq_id: of(button),
			name: `Send test report ${id}`,
			ent_cat: "diagnostic",
			cmd_t: topics.command.reportTest(id),
			pl_prs: "TEST",
			msg_exp_int: COMMAND_EXPIRY,
		},
		[sensor]: {
			p: "sensor",
			uniq_id: of(sensor),
			name: `Test report ${id}`,
			dev_cla: "enum",
			ops: arrivals,
			ent_cat: "diagnostic",
			stat_t,
			val_tpl: "{{ value_json.arrival }}",
			json_attr_t: stat_t,
		},
	};
}
