import { cp01 } from "./cp-01.ts";
import { enGrade2 } from "./en-g2.ts";
import { enGrade3 } from "./en-g3.ts";
import type { Profile } from "./profile.ts";

/** The standards that `config check` can compare a configuration with. */
export const profiles: readonly Profile[] = [cp01, enGrade2, enGrade3];
