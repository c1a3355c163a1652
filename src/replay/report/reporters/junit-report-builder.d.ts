/** The package's own types say that its builder is a `default`; its module is the builder. */
declare module "junit-report-builder" {
	import type { JUnitReportBuilder } from "junit-report-builder/dist/builder.js";

	const builder: JUnitReportBuilder;
	export default builder;
}
