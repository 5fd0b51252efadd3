"""Dates as people write them, each with the EDTF that says exactly the same: language | text | EDTF."""

from __future__ import annotations

TABLE = """
en | 2013 | 2013
en | March 3, 2021 → March 5, 2021 | 2021-03-03/2021-03-05
en | 55-44 BC | -0054/-0043
en | 5–2 BC | -0004/-0001
en | the 50s BC | [-0058..-0049]
en | the 70s AD | 007X
en | before c. 1920 | [..1919~]
en | 1808?–1814 | 1808?/1814
en | possibly 1808–1814 | 1808?/1814?
en | 5 kya | -3000~
en | 2021-03-04T05:06:07+0530 | 2021-03-04T05:06:07+05:30
es | a. C. 500 | -0499
es | d. C. 44 | 0044
es | 200 AEC | -0199
es | 200 EC | 0200
es | 1808 o más tarde | [1808..]
es | no más tarde de 1808 | [..1808]
es | como muy tarde en 1808 | [..1808]
es | 2.ª mitad del s. XIX | [1851..1900]
en | 2013-11 | 2013-11
en | 0043 | 0043
en | 476 | 0476
en | ٢٠١١ | 2011
en | -0054 | -0054
en | 27 June 2014 | 2014-06-27
en | June 27, 2014 | 2014-06-27
en | Friday, June 27, 2014 | 2014-06-27
en | the 27th of June 2014 | 2014-06-27
en | 2014 June 27 | 2014-06-27
en | 27-Jun-2014 | 2014-06-27
en | 2014.06.27 | 2014-06-27
en | 2014-6-7 | 2014-06-07
en | 27/06/2014 | 2014-06-27
en | 06/27/2014 | 2014-06-27
en | 27.06.2014 | 2014-06-27
en | 20140627 | 2014-06-27
en | Sept. 11, 2001 | 2001-09-11
en | 06/2014 | 2014-06
en | June 2014 | 2014-06
en | Jun-2014 | 2014-06
en | 2014-00-00 | 2014
en | 2014-06-00 | 2014-06
en | 12.vi.1881 | 1881-06-12
en | 12 VI 1881 | 1881-06-12
en | VI-1881 | 1881-06
en | 14 juillet 1790 | 1790-07-14
en | 3. Oktober 1991 | 1991-10-03
en | in 1851 | 1851
en | [1851] | 1851
en | c. 1851 | 1851~
en | ca 1851 | 1851~
en | 1851 (approx.) | 1851~
en | about 27 June 2014 | 2014-06-27~
en | c. June 2014 | 2014-06~
en | 1851 ? | 1851?
en | [1851?] | 1851?
en | probably June 2014 | 2014-06?
en | c. 1851? | 1851%
en | 1851 ± 3 | [1848..1854]
en | early June 2014 | [2014-06-01..2014-06-10]
en | mid-February 2012 | [2012-02-11..2012-02-20]
en | late February 2012 | [2012-02-21..2012-02-29]
en | early 2014 | [2014-01..2014-03]
en | mid-2014 | [2014-05..2014-08]
en | end of 2014 | [2014-10..2014-12]
en | second half of 2014 | [2014-07..2014-12]
en | the 1930s | 193X
en | mid-1930s | [1933..1936]
en | 1930s–40s | 193X/194X
en | 4th century | 03XX
en | 4th c. BC | -03XX
en | nineteenth century | 18XX
en | early 19th century | [1801..1833]
en | first half of the 19th century | [1801..1850]
en | second quarter of the 19th century | [1826..1850]
en | 16th–17th century | 15XX/16XX
en | late 18th – early 19th century | 1768/1833
en | 2nd millennium BC | -1XXX
en | spring 2022 | 2022-21
en | Fall 2022 | 2022-23
en | winter 1941/42 | 1941-24
en | Q3 2022 | [2022-07..2022-09]
en | 2022-Q3 | [2022-07..2022-09]
en | H1 2022 | [2022-01..2022-06]
en | 44 BC | -0043
en | 44 B.C.E. | -0043
en | 15 March 44 BC | -0043-03-15
en | AD 80 | 0080
en | Aug 24, 79 AD | 0079-08-24
en | c. 12,000 BC | Y-11999
en | 66 million years ago | Y-66000000
en | 13.8 billion years ago | Y-13800000000
en | 1800 to 1850 | 1800/1850
en | 1941 - 1945 | 1941/1945
en | 1941–45 | 1941/1945
en | 1941-45 | 1941/1945
en | 1919-39 | 1919/1939
en | 1925-27 | 1925/1927
en | c. 1850–60 | 1850~/1860~
en | 27 BC – 14 AD | -0026/0014
en | 1969-January 1983 | 1969/1983-01
en | October 1993-June 1997 | 1993-10/1997-06
en | 12 December 1993-December 1994 | 1993-12-12/1994-12
en | January 1994-December 31, 2014 | 1994-01/2014-12-31
en | 2012-May to 2012-July | 2012-05/2012-07
en | 100–50 BC | -0099/-0049
en | Mar-May 2021 | 2021-03/2021-05
en | March to May 2021 | 2021-03/2021-05
en | Dec 2019 – Feb 2020 | 2019-12/2020-02
en | 3–5 June 2023 | 2023-06-03/2023-06-05
en | June 3–5, 2023 | 2023-06-03/2023-06-05
en | June 30–July 2, 1863 | 1863-06-30/1863-07-02
en | 30/06/1863 - 02/07/1863 | 1863-06-30/1863-07-02
en | 2012-05-27 to 2012-06-01 | 2012-05-27/2012-06-01
en | 5 and 6 January 2023 | 2023-01-05/2023-01-06
en | late 2019 – early 2020 | 2019-10/2020-03
en | between 1940 and 1942 | [1940..1942]
en | Between 47 and 51 | [0047..0051]
en | between May and June 2012 | [2012-05..2012-06]
en | 1850 or 1851 | [1850,1851]
en | 12 or 13 May 2012 | [2012-05-12,2012-05-13]
en | before 1821 | [..1820]
en | before May 2012 | [..2012-04]
en | before 1 May 2012 | [..2012-04-30]
en | by 1900 | [..1900]
en | after 1821 | [1822..]
en | after December 2012 | [2013-01..]
en | not before 1900 | [1900..]
en | since 1994 | 1994/..
en | 1994 onwards | 1994/..
en | 1994–present | 1994/..
en | 1994– | 1994/..
en | 1994-? | 1994/
en | until 2011 | /2011
en | – 2011 | /2011
en | ABT FEB 1922 | 1922-02~
en | BEF 1924 | [..1923]
en | AFT FEB 1922 | [1922-03..]
en | BET. 1924 - 1926 | [1924..1926]
en | FROM 1924 TO 1926 | 1924/1926
en | 11 Feb 1731/32 | 1732-02-11
en | 2012-05-27T14:30 | 2012-05-27T14:30
en | 2012-05-27 14:30 +02:00 | 2012-05-27T14:30:00+02:00
en | 27 May 2012 2:30 p.m. | 2012-05-27T14:30:00
en | Thu, 21 Dec 2000 16:01:07 +0200 | 2000-12-21T16:01:07+02:00
en | 2012-05-27T00:00:00Z | 2012-05-27
en | Sun May 21 1961 00:00:00 GMT-0600 | 1961-05-21
en | 1366000000 | 2013-04-15T04:26:40Z
es | 28 de julio de 1821 | 1821-07-28
es | 1º de mayo de 2012 | 2012-05-01
es | primero de mayo de 2012 | 2012-05-01
es | 5 de setiembre de 2021 | 2021-09-05
es | mié 12 oct 2022 | 2022-10-12
es | Lun 3 Abr 2017 | 2017-04-03
es | Mar 4 Abr 2017 | 2017-04-04
es | 12/05/2012 | 2012-05-12
es | 28-VII-1821 | 1821-07-28
es | h. 1850 | 1850~
es | hacia 1850 | 1850~
es | posiblemente 1850 | 1850?
es | a fines de 2019 | [2019-10..2019-12]
es | a mediados de mayo de 2012 | [2012-05-11..2012-05-20]
es | a principios del siglo XIX | [1801..1833]
es | segunda mitad del s. XIX | [1851..1900]
es | siglo III a. C. | -02XX
es | siglos XVI y XVII | 15XX/16XX
es | entre los siglos XVI y XVII | [15XX..16XX]
es | I milenio a. C. | -0XXX
es | 44 a.C. | -0043
es | 44 d. C. | 0044
es | 100 a.C. - 50 d.C. | -0099/0050
es | década de 1960 | 196X
es | años 1960 | 196X
es | antes del 12 de mayo de 2012 | [..2012-05-11]
es | a más tardar en 1900 | [..1900]
es | después de 1821 | [1822..]
es | entre enero y marzo de 2020 | [2020-01..2020-03]
es | de 1980 a 1992 | 1980/1992
es | desde 1980 hasta 1992 | 1980/1992
es | desde 1993 hasta la actualidad | 1993/..
es | a partir de 1993 | 1993/..
es | hasta mayo de 2010 | /2010-05
es | del 5 al 8 de enero de 2023 | 2023-01-05/2023-01-08
es | jueves 29 de diciembre de 2022 al lunes 2 de enero de 2023 | 2022-12-29/2023-01-02
es | enero-marzo de 2020 | 2020-01/2020-03
es | II trimestre 2020 | [2020-04..2020-06]
es | 2do semestre 2020 | [2020-07..2020-12]
es | invierno de 1941 | 1941-24
es | 28 de julio de 1821 a las 10:00 | 1821-07-28T10:00:00
es | hace 66 millones de años | Y-66000000
en | 11 February 1731/2 | 1732-02-11
en | 1 Jan 1699/1700 | 1700-01-01
en | 1850 or later | [1850..]
en | 1850+ | [1850..]
en | ≤ 1850 | [..1850]
en | ? – 1850 | /1850
en | AD1850 | 1850
en | 1850.0 | 1850
en | 2020Q1 | [2020-01..2020-03]
en | 5 May 1850-6 June 1851 | 1850-05-05/1851-06-06
en | 1850-05-05–1851-06-06 | 1850-05-05/1851-06-06
en | 05/05/1850-16/06/1851 | 1850-05-05/1851-06-16
en | 2020年5月9日 | 2020-05-09
en | +1851-00-00T00:00:00Z | 1851
en | 12,000 years ago | Y-10000
en | 10000 BP | -8050~
en | 66 Ma | Y-66000000
en | 15 kya | Y-13000
en | 10,000 BC | -9999
es | 1.º de mayo de 1850 | 1850-05-01
es | 10.000 a.C. | -9999
es | hace 10.000 años | -8000~
es | decenio de 1960 | 196X
es | más o menos 1850 | 1850~
es | último tercio del siglo XIX | [1868..1900]
es | primera quincena de mayo de 1850 | [1850-05-01..1850-05-15]
es | 1T 2020 | [2020-01..2020-03]
es | 2° semestre de 2020 | [2020-07..2020-12]
en | 19?? | 19XX
en | 19-- | 19XX
en | 196x | 196X
en | 1969-xx-xx | 1969
en | 1969-05-?? | 1969-05
en | 13MAY1969 | 1969-05-13
en | 13 / 5 / 1969 | 1969-05-13
en | on or before 5 May 1850 | [..1850-05-05]
en | on or about 5 May 1850 | 1850-05-05~
en | 2012-05-27 03:30:00-05:00 | 2012-05-27T03:30:00-05:00
en | 1st half of 3rd c. BC | [-0299..-0250]
es | siglos I-III d.C. | 00XX/02XX
es | década de 1930 y 1940 | 193X/194X
es | finales de los 1930 | [1937..1939]
es | años 2010-2014 | 2010/2014
es | fines de 1850 e inicios de 1851 | 1850-10/1851-03
es | a partir del 5 de mayo de 1850 | 1850-05-05/..
"""


def rows() -> list[tuple[str, str, str]]:
    """Language, text, EDTF."""
    parts = [line.split("|", 2) for line in TABLE.strip().splitlines()]
    return [(language.strip(), text.strip(), edtf.strip()) for language, text, edtf in parts]
