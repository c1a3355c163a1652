import type { MqttSettings } from "./settings.ts";

/** Where a panel speaks and hears. */
export interface MqttTopics {
	/** Below it are all topics of this panel but its discovery message. */
	readonly root: string;
	readonly availability: string;
	readonly mode: string;
	readonly troubles: string;
	readonly line: string;
	readonly credit: string;
	readonly sms: string;
	readonly event: string;
	readonly answer: string;
	zone(zone: number): string;
	/** What came of the last test report through a destination. */
	reportTest(destination: number): string;
	/** What the panel may be asked for; `#` below it are all. */
	readonly command: {
		readonly all: string;
		readonly mode: string;
		readonly credit: string;
		/** The doctor's: a message to itself. Nothing is ever done because of it. */
		readonly selfTest: string;
		bypass(zone: number): string;
		reportTest(destination: number): string;
	};
	/** Home Assistant's: what there is, and that it has started. */
	readonly discovery: string;
	readonly birth: string;
}

export function topicsOf({
	base,
	prefix,
	id,
}: Pick<MqttSettings, "base" | "prefix" | "id">): MqttTopics {
	const root = `${base}/${id}`;
	return {
		root,
		availability: `${root}/availability`,
		mode: `${root}/state/mode`,
		troubles: `${root}/state/troubles`,
		line: `${root}/state/line`,
		credit: `${root}/state/credit`,
		sms: `${root}/state/sms`,
		event: `${root}/event`,
		answer: `${root}/answer`,
		zone: (zone) => `${root}/state/zone/${zone}`,
		reportTest: (destination) => `${root}/state/report/${destination}/test`,
		command: {
			all: `${root}/command/#`,
			mode: `${root}/command/mode`,
			credit: `${root}/command/credit`,
			selfTest: `${root}/command/self-test`,
			bypass: (zone) => `${root}/command/zone/${zone}/bypass`,
			reportTest: (destination) => `${root}/command/report/${destination}/test`,
		},
		discovery: `${prefix}/device/alarmpanel_${id}/config`,
		birth: `${prefix}/status`,
	};
}
