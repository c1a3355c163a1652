import type { ToldModem } from "../device/control/tell-of-modem.ts";
import type { PanelOnFile } from "../device/file/panel-file.ts";
import type { BrokerTrial } from "../mqtt/broker-trial.ts";
import type { ReportReception } from "../receivers/receiver.ts";
import type { LockOwner } from "../store/lock-owner.ts";
import type { PanelDisk } from "../store/panel-disk.ts";
import type { Clock } from "../time/clock.ts";
import type { Transport } from "../transport/transport.ts";

/** Everything that the doctor looks at, so that a test can hand it a broken world. */
export interface DoctorWorld {
	/** The machine's. */
	readonly clock: Clock;
	/** Version of Node: `20.19.0`. */
	readonly node: string;
	/** Name in the IANA list. */
	readonly timeZone: string;
	readonly user: DoctorUser;
	readonly files: MachineFiles;
	readonly disk: PanelDisk;
	readonly panel: PanelInQuestion;
	readonly modem: ModemInQuestion;
	/** Tries the broker that the panel speaks to; null for none. */
	broker(): Promise<TriedBroker | null>;
	/** Sends a NULL, which reports nothing, to a receiver. @param id of the destination */
	poll(id: number): Promise<ReportReception>;
	/** Whether other ports than the modem's are tried where that is silent. */
	readonly probe: boolean;
	/** Where the API is to listen: `127.0.0.1:8086`. */
	readonly http: string;
	/**
	 * What a program prints; null where it is not there or fails. It is ended with
	 * the signal.
	 */
	run(program: string, args: readonly string[]): Promise<string | null>;
	/** Whether this process could listen there; else the system's code: `EADDRINUSE`. */
	mayListen(host: string, port: number): Promise<string | null>;
}

/** A broker that was tried: nothing was done because of it. */
export interface TriedBroker {
	/** Without user and password. */
	readonly url: string;
	/** Null while the panel has no topics. */
	readonly trial: BrokerTrial | null;
}

/** Who runs the doctor. */
export interface DoctorUser {
	readonly name: string;
	/** Groups that this process is in, by number. */
	readonly groups: readonly number[];
	readonly pid: number;
}

/** What can be read of the machine: `/proc`, `/dev`, `/etc`. Nothing here rejects. */
export interface MachineFiles {
	/** Null where it cannot be read. */
	text(path: string): Promise<string | null>;
	/** What a folder holds; nothing where it cannot be read. */
	names(folder: string): Promise<readonly string[]>;
	/** Where a symbolic link leads; null for anything else. */
	link(path: string): Promise<string | null>;
	/** The path without symbolic links; null where nothing is there. */
	real(path: string): Promise<string | null>;
	facts(path: string): Promise<FileFacts | null>;
	/** Whether this process may read and write it. */
	mayOpen(path: string): Promise<boolean>;
}

export interface FileFacts {
	/** `188:0`; null where it is no device. */
	readonly device: string | null;
	/** Number of its group. */
	readonly group: number;
}

/** The panel's file. */
export interface PanelInQuestion {
	/** As the user names it. */
	readonly file: string;
	/** @throws Error where it is not there or does not fit */
	read(): Promise<PanelOnFile>;
	/** What is unwise about how it is kept. */
	remarks(): Promise<readonly string[]>;
	/** Who runs it; null for nobody. */
	owner(): Promise<LockOwner | null>;
}

/** The modem: asked on a line of its own, or through the process that has it. */
export interface ModemInQuestion {
	/** As `--modem` names it; null where nobody does. */
	readonly url: string | null;
	/** @throws ModemLineError */
	open(url: string): Promise<Transport>;
	/** Asks the panel that runs; null where it has no modem or does not answer. */
	ask(control: string): Promise<ToldModem | null>;
}
