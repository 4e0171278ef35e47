/** Month names for parsing dates, January first: language, then the beginnings of the names. */
export const months = `
en jan feb mar apr may jun jul aug sep oct nov dec
de jan feb mär apr mai jun jul aug sep okt nov dez
fr janv févr mars avr mai juin juil août sept oct nov déc
es ene feb mar abr may jun jul ago sep oct nov dic
pt jan fev mar abr mai jun jul ago set out nov dez
it gen feb mar apr mag giu lug ago set ott nov dic
nl jan feb maart apr mei jun jul aug sep okt nov dec
ru янв февр мар апр мая июн июл авг сент окт нояб дек
`
