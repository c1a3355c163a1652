import { describedLaws } from "../support/described-laws.ts";

describedLaws(3000, 1000);
