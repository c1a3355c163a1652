import { Liveness } from "../../device/liveness.ts";
import type { Panel } from "../../device/panel.ts";
import type { Clock } from "../../time/clock.ts";
import { thisMachine } from "../../time/machine.ts";
import { runOnTrouble } from "./on-trouble.ts";
import { tellServiceManager } from "./service-manager.ts";

export interface WatchedService {
	readonly panel: Panel;
	/** The panel's. */
	readonly clock: Clock;
	readonly speed: number;
	/** What is run when there is a trouble; undefined for nothing. */
	readonly onTrouble: string | undefined;
	/** Told what is to be known of all this. */
	readonly complain: (remark: string) => void;
}

/** A service that is looked after. */
export interface WatchOver {
	/** Why the panel does not live; nothing where it does. */
	readonly ailments: () => readonly string[];
	close(): void;
}

/** Looks whether a panel that is a service lives, and tells those who started it. */
export function watchOver({
	panel,
	clock,
	speed,
	onTrouble,
	complain,
}: WatchedService): WatchOver {
	const liveness = new Liveness(panel, clock, speed, thisMachine);
	const ailments = () => liveness.reasons;
	const ends = [
		() => liveness.close(),
		tellServiceManager({
			environment: process.env,
			ailments,
			complain,
		}),
		...(onTrouble === undefined
			? []
			: [
					runOnTrouble({
						program: onTrouble,
						panel,
						clock,
						complain,
					}),
				]),
	];
	return {
		ailments,
		close() {
			for (const end of ends) end();
		},
	};
}
