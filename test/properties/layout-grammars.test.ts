import { layoutLaws } from "../support/described-laws.ts";

layoutLaws(2000);
