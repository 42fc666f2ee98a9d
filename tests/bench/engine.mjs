// The planning engine by itself: its own benchmark in release, and the same network through networkx where Python has it.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { figure, missing } from './report.mjs'

const FASTER = 50

/** Measures the engine; `folder` takes the network that both compute. */
export function engine(folder) {
	const network = join(folder, 'network.json')
	const options = ['bench', '--quiet', '--locked', '-p', 'planning', '--bench', 'speed', '--', '--network', network]
	const printed = execFileSync('cargo', options, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
	console.error(printed.trimEnd().replace(/^/gm, '  '))
	const seconds = (name) => {
		const found = new RegExp(`^${name}=([0-9.e-]+)$`, 'm').exec(printed)
		if (!found) throw new Error(`the benchmark of the engine did not print ${name}`)
		return Number(found[1])
	}
	figure('schedule of 100,000 activities and 300,000 links, against parsing its JSON', 'none', seconds('schedule') / seconds('parse'), 'times', ['≤', 3])
	figure('1,000 Monte Carlo runs of 1,000 activities', 'none', seconds('simulate'), 's', ['≤', 1])

	const name = 'order, forward and backward pass with networkx, against the same in the engine'
	let compared
	try {
		const pass = join(import.meta.dirname, 'reference_pass.py')
		compared = JSON.parse(execFileSync('python3', [pass, network], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }))
	} catch (error) {
		return missing(name, 'none', `python3 with the package networkx is needed (${String(error.stderr || error.message).trim().split('\n').at(-1)})`)
	}
	if (compared.minutes !== seconds('length_minutes')) throw new Error(`networkx finds ${compared.minutes} minutes, the engine ${seconds('length_minutes')}`)
	figure(name, 'none', compared.seconds / seconds('pass'), 'times', ['≥', FASTER])
	figure('the same with networkx, against the whole schedule with names, dates and paths', 'none', compared.seconds / seconds('schedule'), 'times')
}
