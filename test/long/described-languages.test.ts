import { describedLaws, layoutLaws } from "../support/described-laws.ts";

describedLaws(10_000, 10_000);
layoutLaws(10_000);
