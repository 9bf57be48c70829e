"""Names of countries and capitals, which stand for their governments: Moscow said."""

from evidence_board.suggest.word_sets import word_set

COUNTRIES = word_set(
    "afghanistan albania algeria andorra angola argentina armenia australia austria",
    "azerbaijan bahamas bahrain bangladesh barbados belarus belgium belize benin bhutan",
    "bolivia bosnia botswana brazil britain brunei bulgaria burundi cambodia cameroon",
    "canada chad chile china colombia comoros congo croatia cuba cyprus czechia denmark",
    "djibouti dominica ecuador egypt england eritrea estonia eswatini ethiopia fiji",
    "finland france gabon gambia georgia germany ghana greece grenada guatemala guinea",
    "guyana haiti honduras hungary iceland india indonesia iran iraq ireland israel italy",
    "jamaica japan jordan kazakhstan kenya kiribati korea kosovo kuwait kyrgyzstan laos",
    "latvia lebanon lesotho liberia libya liechtenstein lithuania luxembourg madagascar",
    "malawi malaysia maldives mali malta mauritania mauritius mexico moldova monaco",
    "mongolia montenegro morocco mozambique myanmar namibia nepal netherlands nicaragua",
    "niger nigeria norway oman pakistan palau palestine panama paraguay peru philippines",
    "poland portugal qatar romania russia rwanda samoa scotland senegal serbia seychelles",
    "singapore slovakia slovenia somalia spain sudan suriname sweden switzerland syria",
    "taiwan tajikistan tanzania thailand togo tonga tunisia turkey türkiye turkmenistan",
    "uganda ukraine uruguay uzbekistan vanuatu venezuela vietnam wales yemen zambia",
    "zimbabwe arabia zealand lanka faso leone moscow beijing washington kyiv kiev london",
    "tehran seoul tokyo pyongyang brussels ankara delhi islamabad canberra nairobi abuja",
    "pretoria manila dublin paris berlin rome madrid warsaw vienna ottawa cairo riyadh",
    "doha damascus baghdad kabul jakarta hanoi bangkok caracas havana",
)
"""In lower case; of names of several words the last one."""
