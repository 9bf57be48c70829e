"""Units and currencies as the press writes them, and the sign that each is known by."""

from evidence_board.suggest.word_sets import word_set

UNITS: dict[str, str] = {
    **dict.fromkeys(("%", "per cent", "percent", "pc", "pct"), "%"),
    **dict.fromkeys(("percentage points", "percentage point"), "percentage points"),
    **dict.fromkeys(("basis points",), "basis points"),
    **dict.fromkeys(("km", "kms", "kilometre", "kilometres", "kilometer", "kilometers"), "km"),
    **dict.fromkeys(("m", "metre", "metres", "meter", "meters"), "m"),
    **dict.fromkeys(("cm", "centimetre", "centimetres", "centimeter", "centimeters"), "cm"),
    **dict.fromkeys(("mm", "millimetre", "millimetres", "millimeter", "millimeters"), "mm"),
    **dict.fromkeys(("mile", "miles"), "mi"),
    **dict.fromkeys(("nautical mile", "nautical miles"), "nmi"),
    **dict.fromkeys(("foot", "feet", "ft"), "ft"),
    **dict.fromkeys(("inch", "inches"), "in"),
    **dict.fromkeys(("yard", "yards"), "yd"),
    **dict.fromkeys(("kg", "kgs", "kilogram", "kilograms", "kilo", "kilos"), "kg"),
    **dict.fromkeys(("gram", "grams", "g"), "g"),
    **dict.fromkeys(("tonne", "tonnes", "metric tons", "metric tonnes"), "t"),
    **dict.fromkeys(("ton", "tons"), "tons"),
    **dict.fromkeys(("pound", "pounds", "lb", "lbs"), "lb"),
    **dict.fromkeys(("litre", "litres", "liter", "liters"), "L"),
    **dict.fromkeys(("hectare", "hectares", "ha"), "ha"),
    **dict.fromkeys(("acre", "acres"), "acre"),
    **dict.fromkeys(
        ("square kilometres", "square kilometers", "square kilometre", "sq km", "km2", "km²"), "km²"
    ),
    **dict.fromkeys(("square metres", "square meters", "sq m", "m2", "m²"), "m²"),
    **dict.fromkeys(("square miles", "square mile", "sq miles"), "mi²"),
    **dict.fromkeys(("square feet", "sq ft", "square foot"), "ft²"),
    **dict.fromkeys(("cubic metres", "cubic meters", "m3", "m³"), "m³"),
    **dict.fromkeys(("km/h", "kph", "kmh", "kilometres per hour", "kilometers per hour"), "km/h"),
    **dict.fromkeys(("mph", "miles per hour", "miles an hour"), "mph"),
    **dict.fromkeys(("knot", "knots"), "kn"),
    **dict.fromkeys(("second", "seconds"), "s"),
    **dict.fromkeys(("minute", "minutes", "mins"), "min"),
    **dict.fromkeys(("hour", "hours", "hrs"), "h"),
    **dict.fromkeys(("day", "days"), "day"),
    **dict.fromkeys(("week", "weeks"), "week"),
    **dict.fromkeys(("month", "months"), "month"),
    **dict.fromkeys(("year", "years"), "year"),
    **dict.fromkeys(("decade", "decades"), "decade"),
    **dict.fromkeys(("kw", "kilowatts"), "kW"),
    **dict.fromkeys(("mw", "megawatt", "megawatts"), "MW"),
    **dict.fromkeys(("gw", "gigawatt", "gigawatts"), "GW"),
    **dict.fromkeys(("kwh", "kilowatt-hours", "kilowatt hours"), "kWh"),
    **dict.fromkeys(("mwh", "megawatt-hours", "megawatt hours"), "MWh"),
    **dict.fromkeys(("°c", "degrees celsius", "degrees centigrade", "ºc"), "°C"),
    **dict.fromkeys(("°f", "degrees fahrenheit"), "°F"),
    **dict.fromkeys(("degrees", "degree"), "°"),
}
"""The sign of each unit, by the words for it in lower case."""

MONEY_BEFORE: dict[str, str] = {
    **{"US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD"},
    **{"HK$": "HKD", "S$": "SGD", "NT$": "TWD", "R$": "BRL", "$": "$", "£": "GBP", "€": "EUR"},
    **{
        "¥": "JPY",
        "₦": "NGN",
        "₹": "INR",
        "₱": "PHP",
        "₴": "UAH",
        "₽": "RUB",
        "₩": "KRW",
        "GH₵": "GHS",
    },
    **{
        "Rs.": "Rs",
        "Rs": "Rs",
        "INR": "INR",
        "PHP": "PHP",
        "Ksh": "KES",
        "KSh": "KES",
        "KES": "KES",
    },
    **{"Sh": "Sh", "USh": "UGX", "TSh": "TZS", "N": "NGN", "NGN": "NGN", "R": "ZAR", "ZAR": "ZAR"},
    **{"RM": "MYR", "Rp": "IDR", "Tk": "BDT", "฿": "THB", "₺": "TRY", "₫": "VND", "₵": "GHS"},
    **{"J$": "JMD", "TT$": "TTD", "Z$": "ZWL", "GH¢": "GHS", "¢": "GHS", "CHF": "CHF", "Dh": "AED"},
    **{"MYR": "MYR", "SGD": "SGD", "PKR": "PKR", "LKR": "LKR", "CAD": "CAD", "NZD": "NZD"},
    **{"P": "PHP", "USD": "USD", "EUR": "EUR", "GBP": "GBP", "AUD": "AUD"},
}
"""The code of a currency by the sign before an amount; a shared sign stands for itself."""

MONEY_AFTER: dict[str, str] = {
    **dict.fromkeys(("us dollars", "u.s. dollars", "american dollars"), "USD"),
    **dict.fromkeys(("australian dollars",), "AUD"),
    **dict.fromkeys(("dollars", "dollar"), "$"),
    **dict.fromkeys(("euros", "euro"), "EUR"),
    **dict.fromkeys(("pounds sterling",), "GBP"),
    **dict.fromkeys(("rupees", "rupee"), "Rs"),
    **dict.fromkeys(("naira",), "NGN"),
    **dict.fromkeys(("pesos", "peso"), "PHP"),
    **dict.fromkeys(("shillings", "shilling"), "Sh"),
    **dict.fromkeys(("rand",), "ZAR"),
    **dict.fromkeys(("yen",), "JPY"),
    **dict.fromkeys(("yuan",), "CNY"),
    **dict.fromkeys(("won",), "KRW"),
    **dict.fromkeys(("roubles", "rubles"), "RUB"),
    **dict.fromkeys(("hryvnia", "hryvnias"), "UAH"),
    **dict.fromkeys(("pence", "cents"), "cents"),
}
"""The code of a currency by the word after an amount."""

PLURALS_WITHOUT_S = word_set(
    "people men women children staff police personnel troops cattle sheep aircraft fish",
    "crew households spacecraft servicemen policemen fishermen firemen gunmen clergy",
    "media data criteria bacteria feet teeth mice geese countrymen businessmen",
    "schoolchildren",
)
"""Plural nouns that do not end in s."""
