/** Words of erasing a person for good. */
export const erase = {
  action: 'Voorgoed wissen',
  title: '{{name}} voorgoed wissen?',
  goes: 'Alles wat bij deze persoon hoort gaat weg: uit het portfolio, uit de geschiedenis en uit de reservekopieën. Ook {{what}}.',
  alone: 'Alles wat bij deze persoon hoort gaat weg: uit het portfolio, uit de geschiedenis en uit de reservekopieën.',
  forGood: 'Dit kun je niet ongedaan maken. Ook wat je eerder deed, kun je daarna niet meer ongedaan maken.',
  stays:
    'Staat de naam ook in een tekst, zoals een aantekening? Haal hem daar eerst weg (zoek met Ctrl K), dan vergeet ook de geschiedenis hem. Eerdere reservekopieën houden hun teksten. In bestanden die je bewaarde of verstuurde, wist Schakel niets.',
  sure: 'Typ de naam om zeker te zijn',
  done: 'Voorgoed gewist.',
  doneWithCopies: { one: 'Voorgoed gewist, ook uit {{count}} reservekopie.', other: 'Voorgoed gewist, ook uit {{count}} reservekopieën.' },
  still: { one: 'De naam staat nog op {{count}} plek', other: 'De naam staat nog op {{count}} plekken' },
  stillText: 'Haal de naam daar zelf weg. Klik om het te openen.',
  atLeast: 'Dit zijn de eerste {{count}}; er zijn er meer.',
};
