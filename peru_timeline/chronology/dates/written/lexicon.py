"""The words of written dates and the sign that each stands for; folded: lowercase without accents.

English and Spanish are complete; French, German, Italian and Portuguese have months, weekdays and the most common
words. Signs are capitals, so any lowercase letters left after translation belong to an unknown word.
"""

from __future__ import annotations

MONTHS = (
    "january jan enero ene janvier janv janeiro gennaio januar",
    "february feb febrero fevrier fevr fev fevereiro febbraio februar",
    "march mar marzo mars marco marz",
    "april apr abril abr avril avr aprile",
    "may mayo mai maio maggio mag",
    "june jun junio juin junho giugno giu juni",
    "july jul julio juillet juil julho luglio lug juli",
    "august aug agosto ago aout",
    "september sep sept septiembre setiembre set septembre setembro settembre",
    "october oct octubre octobre outubro ottobre ott oktober okt",
    "november nov noviembre novembre novembro",
    "december dec diciembre dic decembre dezembro dez dezember dicembre",
)
WEEKDAYS = (
    "monday mon lunes lun lundi montag",
    "tuesday tue tues martes mardi dienstag",
    "wednesday wed weds miercoles mie mier mercredi mittwoch",
    "thursday thu thur thurs jueves jue jeudi donnerstag",
    "friday fri viernes vie vendredi freitag",
    "saturday sat sabado sab samedi samstag",
    "sunday sun domingo dom dimanche sonntag",
)
SEASONS = (
    "spring springtime primavera printemps fruhling",
    "summer summertime verano ete sommer",
    "autumn fall otono automne herbst outono autunno",
    "winter invierno hiver inverno",
)
ORDINALS = (
    "first primer primero primera",
    "second segundo segunda",
    "third tercer tercero tercera",
    "fourth cuarto cuarta",
    *(
        "fifth quinto",
        "sixth sexto",
        "seventh septimo",
        "eighth octavo",
        "ninth noveno",
        "tenth decimo",
    ),
    *("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth"),
    *("eighteenth", "nineteenth", "twentieth", "twenty-first"),
)
DECADES = (
    *("twenties veinte", "thirties treinta", "forties cuarenta", "fifties cincuenta"),
    *("sixties sesenta", "seventies setenta", "eighties ochenta", "nineties noventa"),
)

PHRASES = {
    # parts of a unit
    "P1": "early|beginning of|start of|a comienzos|comienzos|comienzo|a principios|principios|principio|a inicios"
    "|inicios|inicio|anfang|debut|first third|primer tercio|1er tercio",
    "P2": "mid|middle of|a mediados|mediados|mitte|second third|middle third|segundo tercio",
    "P3": "late|end of|a fines|fines|a finales|finales|final|fin|ende|last third|final third|ultimo tercio"
    "|tercer tercio",
    "F1": "first half|1st half|primera mitad|1a mitad|1ra mitad|primera quincena|1ra quincena|1a quincena",
    "F2": "second half|2nd half|latter half|segunda mitad|2a mitad|2da mitad|segunda quincena|2da quincena|2a quincena",
    "H1": "h1|1h|first semester|1st semester|primer semestre|1er semestre|1o semestre|i semestre|semestre i",
    "H2": "h2|2h|second semester|2nd semester|segundo semestre|2do semestre|2o semestre|ii semestre|semestre ii",
    "Q1": "q1|t1|1t|1er trim|i trim|1q|first quarter|1st quarter|primer trimestre|1er trimestre|i trimestre"
    "|trimestre i|primer cuarto",
    "Q2": "q2|t2|2t|2do trim|ii trim|2q|second quarter|2nd quarter|segundo trimestre|2do trimestre|2o trimestre"
    "|ii trimestre|trimestre ii"
    "|segundo cuarto",
    "Q3": "q3|t3|3t|3er trim|iii trim|3q|third quarter|3rd quarter|tercer trimestre|3er trimestre|iii trimestre"
    "|trimestre iii|tercer cuarto",
    "Q4": "q4|t4|4t|4to trim|iv trim|4q|fourth quarter|4th quarter|last quarter|cuarto trimestre|4to trimestre"
    "|4o trimestre|iv trimestre"
    "|trimestre iv|ultimo trimestre|ultimo cuarto",
    # larger units
    "CENT": "century|centuries|cent|siglo|siglos|siecle|siecles|jahrhundert|jh|seculo|secolo",
    "DEC": "decade|decada|los anos|anos",
    "MILL": "millennium|milenio",
    "MYA": "million years ago|millions of years ago|mya|millones de anos atras|millones de anos",
    "BYA": "billion years ago|billions of years ago|bya",
    # how well it is known
    "~": "circa|on or about|on or around|about|around|approximately|approx|approximate|abt|ca|cca|hacia"
    "|alrededor|cerca|aproximadamente|aprox"
    "|en torno a|est|estimated|cal|calculated|roughly|vers|environ|um|mas o menos",
    "?": "possibly|perhaps|probably|maybe|likely|presumably|posiblemente|quizas|quiza|probablemente|tal vez|prob|poss"
    "|uncertain|incierto|incierta|dudoso|dudosa",
    # bounds
    "<": "before|bef|prior to|earlier than|antes|anterior a|avant|vor",
    "<=": "by|on or before|no mas tarde|como muy tarde|a mas tardar|no later than|not later than|not after|no despues"
    "|no posterior a|at the latest",
    ">": "after|aft|later than|despues|posterior a|apres|tras|nach",
    ">=": "not before|on or after|no earlier than|not earlier than|no antes|no anterior a|at the earliest",
    "BET": "between|bet|entre|some time between|sometime between|zwischen",
    "&": "and|y|e|et|und",
    "FROM": "from|since|ever since|desde|a partir de|a partir del|starting|depuis|seit",
    "TO": "to|until|till|through|thru|hasta|al|a|au|bis|up to",
    "NOW": "present|the present|now|today|ongoing|presente|el presente|actualidad|la actualidad|hoy|la fecha|current"
    "|date|present day|onwards|onward|en adelante|en curso|actual|heute",
    "OR": "or|o|u|ou|oder",
    "": "of|the|in|on|de|del|el|la|los|las|lo|en|year|ano|during|durante|some time|sometime|either|le|les"
    "|du|im|am|den"
    "|der|des|dans|fecha|dated|hace",
}

_NO_DATE = (
    "|n.d.|n.d|nd|n/d|n. d.|no date|no date given|undated|unknown|date unknown|unknown date|tbd|tba|tbc|t.b.d."
    "|?|??|???|????|-|--|---|–|—|.|/|*|x|xxxx|n/a|na|n.a.|none|null|nil|nan|nat|s.f.|s.f|s. f.|s f|s/f|sf|sin fecha"
    "|desconocido|desconocida|fecha desconocida|por determinar|por definir|por confirmar|not given|date not given"
    "|not known|s.d.|sd|s. d.|s/d|pendiente|unspecified|not available|not specified|sine anno|no conocida|sin datar"
    "|to be determined|to be announced|to be confirmed|date to be determined|fecha no indicada|no se sabe|no data"
    "|sin datos|no consta|s/n|not dated|fecha por confirmar|no aplica|por precisar|sin informacion"
)
NO_DATE = frozenset(_NO_DATE.split("|"))
"""What is written where there is no date."""
