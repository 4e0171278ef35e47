import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { lint } from '../util/linting.ts'

/** A design that mentions the subjects of flags elsewhere: only a statement about the same part silences a flag. */
const around = `# System Design: Depot

The depot service runs on two servers in the cluster; the database has a replica.

## Detail

SENTENCE

## Team

The team of the depot has run the same stack for years and is on call for it.
`

/** The words of the vocabulary that a rule quotes from a sentence. The classifier's findings are left out. */
async function quotedBy(rule: string, sentence: string): Promise<readonly string[]> {
  const text = around.replace('SENTENCE', sentence)
  const messages = await lint(text, undefined, 'system-design')
  return messages.flatMap(({ ruleId, reason, start, end }) =>
    ruleId === rule && !reason.startsWith('This sounds like') ? [text.slice(start, end)] : [],
  )
}

/** For each rule: sentences with the words that it quotes, and others that only seem to say the same. */
const cases: Readonly<Record<string, { says: Readonly<Record<string, string>>; seems: readonly string[] }>> = {
  'no-single-point-of-failure': {
    says: {
      'When the weighbridge PC dies, nobody can leave the yard.': 'When the weighbridge PC dies, nobody can',
      'An outage of the label server takes down the whole depot.': 'outage of the label server takes down the whole',
      'All scanners go through a single radio gateway.': 'go through a single radio gateway',
      'Slot planning hangs on one spreadsheet.': 'hangs on one',
      'The gate log is kept on just one disk.': 'kept on just one disk',
      'The manifests are printed from Olga’s workstation.': 'from Olga’s workstation',
      'The dock controller is not redundant.': 'is not redundant',
      'There is no hot spare for the crane.': 'There is no hot spare',
      'The yard is easy to run because all scans go through a single radio gateway.':
        'go through a single radio gateway',
    },
    seems: [
      'When the weighbridge PC dies, drivers type the weight and nobody waits.',
      'There is one server per hall.',
      'All scanners go through a single radio gateway, on purpose: a day without them is tolerable.',
      'Slot planning hangs on one spreadsheet. A standby of it is opened within a minute.',
      'We do not depend on one supplier.',
      'A flag makes it easy to run all of the planner in a single container.',
      'Drivers get a planner for daily use on a single machine.',
    ],
  },
  'missing-team-fit': {
    says: {
      'None of us has ever written firmware.': 'None of us has ever written',
      'Nobody on the night shift can restore it.': 'Nobody on the night shift can restore',
      'The planner was built by an agency that is closed.': 'built by an agency',
      'Crane control depends on one freelancer.': 'depends on one freelancer',
      'The post of radio engineer is still vacant.': 'post of radio engineer is still vacant',
      'When Olga is ill, nothing is released.': 'When Olga is ill',
    },
    seems: [
      'None of us has ever lost a parcel.',
      'No experience with radios is needed.',
      'Nobody on the night shift can restore it, so each of them gets a mentor.',
      'The planner was built by the depot’s own developers.',
    ],
  },
  'no-unbounded-access': {
    says: {
      'Every scanner logs in as root.': 'logs in as root',
      'Billing and stock update each other’s tables.': 'update each other’s tables',
      'Permissions are left out.': 'Permissions are left out',
      'One token opens all gates.': 'token opens all',
      'Any module may overwrite any record.': 'Any module may overwrite any',
      'The planner runs under an account with cluster-admin permissions.': 'with cluster-admin permissions',
      'There are no restrictions on calls in practice.': 'no restrictions on calls',
      'Whoever needs one is free to use any table.': 'free to use any table',
    },
    seems: [
      'Billing and stock never update each other’s tables.',
      'Every scanner logs in with a certificate of its own.',
      'One token opens one gate.',
      'Any driver may ask for any free dock.',
      'Often it is a user with the cluster-admin role who installs it.',
      'Docks are free to use any form of database.',
      'The standard has ACLs which are optional but could be useful.',
      'Teams are free to use any queue library.',
    ],
  },
  'no-god-component': {
    says: {
      'One depot function handles everything.': 'handles everything',
    },
    seems: ['There is one command that handles everything.'],
  },
  'no-resume-driven-technology': {
    says: {
      'Scala is used because it is exciting.': 'because it is exciting',
      'The board wants to see AI at the gate.': 'board wants to see AI',
      'We keep up with the trend by moving to edge functions.': 'keep up with the trend',
      'Erlang was picked for fun.': 'picked for fun',
    },
    seems: [
      'Scala is used because it is what the parser is written in.',
      'The board wants to see fewer trucks at the gate.',
      'Workers keep up with the queue.',
      'Erlang was picked for its supervisors.',
      'Each truck is weighed again, so everyone has to wait.',
      'We use a forum to hype up new docks.',
    ],
  },
}

describe('a red flag in an engineer’s own words', () => {
  for (const [rule, { says, seems }] of Object.entries(cases)) {
    for (const [sentence, quoted] of Object.entries(says))
      it(`${rule} quotes its words in: ${sentence}`, async () =>
        assert.deepEqual(await quotedBy(rule, sentence), [quoted]))
    for (const sentence of seems)
      it(`${rule} is silent on: ${sentence}`, async () => assert.deepEqual(await quotedBy(rule, sentence), []))
  }
})
