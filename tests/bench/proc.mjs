// What Linux says about a process in /proc.
import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'

const ticks = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))

/** Fields of /proc/PID/stat after the command name, which may itself contain spaces; undefined for a process that is gone. */
function stat(pid) {
	try {
		const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
		return text.slice(text.lastIndexOf(')') + 2).split(' ')
	} catch {
		return undefined
	}
}

const cpu = (fields) => (Number(fields[11]) + Number(fields[12])) / ticks

/** Processor time so far, user and system, in seconds: of the server, and of PostgreSQL's processes where there are any. */
export function cpuSeconds({ pid, databasePid }) {
	let database = 0
	if (databasePid) {
		for (const name of readdirSync('/proc')) {
			const fields = /^\d+$/.test(name) && stat(name)
			if (fields && Number(fields[1]) === databasePid) database += cpu(fields)
		}
	}
	return { server: cpu(stat(pid)), database }
}

/** Resident memory in MiB: now, and the highest so far. */
export function memory(pid) {
	const text = readFileSync(`/proc/${pid}/status`, 'utf8')
	const mebibytes = (name) => Number(text.match(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm'))[1]) / 1024
	return { now: mebibytes('VmRSS'), peak: mebibytes('VmHWM') }
}
