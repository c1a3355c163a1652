export { read } from "../../grammar/pword/read.ts";
