import { type Case, fence, testCases } from './review.ts'

/** German texts that answer a question of the checklist, and others with words that only look like it. */
const cases: readonly Case[] = [
  [
    'requirements',
    'met',
    'what the ferry has to do, under a free title',
    [
      '# Fährbuchung',
      '## Was die Fähre leisten muss',
      'Ein Platz ist höchstens zwei Sekunden nach dem Klick reserviert, auch ohne Netz auf der Insel.',
    ],
  ],
  [
    'requirements',
    'met',
    'a list that a demand introduces',
    [
      '# Fährbuchung',
      '## Auftrag der Reederei',
      'Von der Buchung ist verlangt:',
      '- 99,5 % der Fälle sind in 3 Sekunden erledigt',
    ],
  ],
  [
    'requirements',
    'partial',
    'only a motive',
    ['# Fährbuchung', '## Anlass', 'Am Anleger stehen im Sommer lange Schlangen, und niemand weiß, wer mitkommt.'],
  ],
  [
    'components',
    'met',
    'names in bold with verbs',
    [
      '# Fährbuchung',
      '## Zusammenspiel der Bausteine',
      'Der **Platzwart** nimmt Buchungen entgegen. Die **Kasse** rechnet mit dem Reisebüro ab und druckt die Karte.',
    ],
  ],
  [
    'components',
    'missing',
    'services of people',
    ['# Fährbuchung', '## Personal', 'Der Innendienst nimmt Anrufe an, der Winterdienst räumt den Anleger.'],
  ],
  [
    'data-flow',
    'met',
    'sentences in which one part hands on to the next',
    [
      '# Fährbuchung',
      '## Der Weg einer Buchung',
      'Der Gast wählt am Automaten die Abfahrt. Der Automat schickt die Buchung an den Platzwart. Dieser prüft das Deck ' +
        'und speichert den Platz. Die Kasse druckt die Karte.',
    ],
  ],
  [
    'data-flow',
    'missing',
    'the steps of a plan',
    [
      '# Fährbuchung',
      '## Vorgehen',
      '1. Im März wird der Vertrag geschlossen.',
      '2. Im April wird der Anleger umgebaut.',
      '3. Im Mai beginnt der Betrieb.',
    ],
  ],
  [
    'data-model',
    'met',
    'fields in sentences',
    [
      '# Fährbuchung',
      '## Was wir speichern',
      'Eine Buchung besteht aus Nummer, Abfahrt, Gast und Deck. Eine Abfahrt enthält Schiff, Uhrzeit und Anleger.',
    ],
  ],
  [
    'data-model',
    'met',
    'a table of fields',
    [
      '# Fährbuchung',
      '| Satz | Felder |',
      '|---|---|',
      '| Buchung | Nummer, Gast, Deck |',
      '| Abfahrt | Schiff, Zeit |',
    ],
  ],
  [
    'data-model',
    'partial',
    'where it is stored',
    ['# Fährbuchung', '## Datenhaltung', 'Buchungen und Abfahrten liegen in derselben Datenbank wie der Fahrplan.'],
  ],
  [
    'api-contracts',
    'met',
    'labels for input and output',
    [
      '# Fährbuchung',
      '## Schnittstelle zum Reisebüro',
      'Eingabe: die Abfahrt und die Zahl der Gäste, jeweils am Vortag.',
      'Ausgabe: die Nummern der Plätze, oder nichts, wenn das Schiff voll ist.',
    ],
  ],
  [
    'api-contracts',
    'missing',
    'an interface between people',
    ['# Fährbuchung', 'Die Schnittstelle zwischen Einkauf und Vertrieb klärt die Reederei.'],
  ],
  [
    'scaling',
    'met',
    'one paragraph with a figure and a measure',
    [
      '# Fährbuchung',
      '## Ansturm an Pfingsten',
      'Statt 40 kommen dann 600 Buchungen je Minute. Der Platzwart läuft in weiteren Instanzen, und Abfahrten werden ' +
        'gebündelt gelesen.',
    ],
  ],
  [
    'scaling',
    'missing',
    'a scale, and a debit',
    ['# Fährbuchung', 'Der Pegel hat eine Skala von 0 bis 9. Gezahlt wird per Lastschrift, die Last trägt das Deck.'],
  ],
  [
    'failure-modes',
    'met',
    'conditions that begin with the verb',
    [
      '# Fährbuchung',
      '## Wenn etwas ausfällt',
      'Fällt der Platzwart aus, zeigt der Automat den letzten Stand. Antwortet die Kasse nicht, wird die Zahlung später ' +
        'wiederholt.',
    ],
  ],
  [
    'failure-modes',
    'missing',
    'losses of the business, and faults of a machine',
    [
      '# Fährbuchung',
      'Ein Zahlungsausfall wird angemahnt. Das Fehlerbild des Motors liest der Maschinist. Fällt eine Fahrt aus, ' +
        'informiert der Kapitän die Gäste.',
    ],
  ],
  [
    'cost-estimate',
    'met',
    'thousands of euros, and days of work',
    ['# Fährbuchung', '## Aufwand', 'Entwicklung 60 Personentage, dazu 12 T€ für die Automaten.'],
  ],
  [
    'cost-estimate',
    'missing',
    'a cost centre, and what guests pay',
    ['# Fährbuchung', 'Die Kostenstelle ist 4711. Bei Verspätung erhält der Gast einen Gutschein über 20 €.'],
  ],
  [
    'security',
    'met',
    'rights, protection and how people log on',
    [
      '# Fährbuchung',
      '## Schutz der Gästedaten',
      'Das Personal meldet sich mit dem Dienstausweis an und sieht nur Abfahrten des eigenen Schiffs. ' +
        'Personenbezogene Daten werden verschlüsselt abgelegt und nach 30 Tagen gelöscht.',
    ],
  ],
  [
    'security',
    'missing',
    'security of stock and of people, and a part to play',
    [
      '# Fährbuchung',
      'Der Sicherheitsbestand an Rettungswesten bleibt. Das Sicherheitspersonal steht am Anleger. Das Wetter spielt dabei ' +
        'eine große Rolle.',
    ],
  ],
  [
    'monitoring',
    'met',
    'what is watched, and who is called',
    [
      '# Fährbuchung',
      '## Woran wir merken, dass etwas klemmt',
      'Gemessen wird die Dauer einer Buchung. Ist sie fünf Minuten lang über 4 Sekunden, klingelt die Rufbereitschaft.',
    ],
  ],
  [
    'monitoring',
    'missing',
    'cameras and an alarm system',
    ['# Fährbuchung', 'Am Anleger hängt eine Überwachungskamera. Nachts ist die Alarmanlage scharf.'],
  ],
  [
    'architecture-diagram',
    'met',
    'boxes with German names',
    [
      '# Fährbuchung',
      fence('mermaid', 'flowchart LR', '  Automat --> Platzwart', '  Platzwart --> Ablage[(Buchungen)]'),
    ],
  ],
]

testCases(cases)
