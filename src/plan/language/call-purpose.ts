import type { MessageLanguage } from "../../models/language/language.ts";
import type { Value } from "../../parameters/kind.ts";
import type { Blank } from "../../parameters/parameter.ts";
import type { Known } from "../messages/known-panel.ts";
import type { Obstacle } from "../messages/obstacle.ts";
import type { SettingPlace } from "./setting-place.ts";

/** What a call is made for. */
export interface CallPurpose {
	readonly language: MessageLanguage;
	readonly place: SettingPlace;
	readonly value: Value;
	/** What is due of all settings, by their whole names. */
	readonly due: ReadonlyMap<string, Value>;
	/** What a setting will be, as far as a message can rely on it. */
	known(setting: string): Known;
	/** What the panel keeps of a counted setting, the first at 0; null where that is not known. */
	kept(name: string): readonly Value[] | null;
	readonly trustsReadings: boolean;
	tell(obstacle: Obstacle): void;
}

/** Arguments of a call while it is made. */
export type Given = { [parameter: string]: Value | Blank | undefined };
