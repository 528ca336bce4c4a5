"""The names of reigns (年號) by which years were counted in China and Japan, and the years that bore them.

A year of ours is the one of the reign that began in it: 道光二十年 is 1840, though it ended in 1841.
Names that came twice within these centuries are left out, but for 至元, whose second time was short.
"""

from __future__ import annotations

from collections.abc import Mapping

_CHINA = """
武德 618 626 貞觀 627 649 永徽 650 655 顯慶 656 661 龍朔 661 663 麟德 664 665
乾封 666 668 總章 668 670 咸亨 670 674 儀鳳 676 679 調露 679 680 永隆 680 681
開耀 681 682 永淳 682 683 弘道 683 683 垂拱 685 688 天授 690 692 長安 701 705
神龍 705 707 景龍 707 710 開元 713 741 天寶 742 756 至德 756 758 乾元 758 760
寶應 762 763 廣德 763 764 永泰 765 766 大曆 766 779 建中 780 783 興元 784 784
貞元 785 805 元和 806 820 長慶 821 824 寶曆 825 827 大和 827 835 太和 827 835
開成 836 840 會昌 841 846 大中 847 859 咸通 860 874 乾符 874 879 廣明 880 881
中和 881 885 光啟 885 888 龍紀 889 889 大順 890 891 景福 892 893 乾寧 894 898
光化 898 901 天復 901 904 天祐 904 907 建隆 960 963 乾德 963 968 開寶 968 976
太平興國 976 984 雍熙 984 987 端拱 988 989 淳化 990 994 至道 995 997 咸平 998 1003
景德 1004 1007 大中祥符 1008 1016 天禧 1017 1021 乾興 1022 1022 天聖 1023 1032 明道 1032 1033
景祐 1034 1038 寶元 1038 1040 康定 1040 1041 慶曆 1041 1048 皇祐 1049 1054 至和 1054 1056
嘉祐 1056 1063 治平 1064 1067 熙寧 1068 1077 元豐 1078 1085 元祐 1086 1094 紹聖 1094 1098
元符 1098 1100 建中靖國 1101 1101 崇寧 1102 1106 大觀 1107 1110 政和 1111 1118 重和 1118 1119
宣和 1119 1125 靖康 1126 1127 建炎 1127 1130 紹興 1131 1162 隆興 1163 1164 乾道 1165 1173
淳熙 1174 1189 紹熙 1190 1194 慶元 1195 1200 嘉泰 1201 1204 開禧 1205 1207 嘉定 1208 1224
寶慶 1225 1227 紹定 1228 1233 端平 1234 1236 嘉熙 1237 1240 淳祐 1241 1252 寶祐 1253 1258
開慶 1259 1259 景定 1260 1264 咸淳 1265 1274 德祐 1275 1276 景炎 1276 1278 祥興 1278 1279
中統 1260 1264 至元 1264 1294 元貞 1295 1297 大德 1297 1307 至大 1308 1311 皇慶 1312 1313
延祐 1314 1320 至治 1321 1323 泰定 1324 1328 天曆 1328 1330 至順 1330 1333 元統 1333 1335
至正 1341 1368 洪武 1368 1398 建文 1399 1402 永樂 1403 1424 洪熙 1425 1425 宣德 1426 1435
正統 1436 1449 景泰 1450 1457 天順 1457 1464 成化 1465 1487 弘治 1488 1505 正德 1506 1521
嘉靖 1522 1566 隆慶 1567 1572 萬曆 1573 1620 泰昌 1620 1620 天啟 1621 1627 崇禎 1628 1644
弘光 1645 1645 隆武 1645 1646 永曆 1647 1683 天命 1616 1626 天聰 1627 1636 崇德 1636 1643
順治 1644 1661 康熙 1662 1722 雍正 1723 1735 乾隆 1736 1795 嘉慶 1796 1820 道光 1821 1850
咸豐 1851 1861 同治 1862 1874 光緒 1875 1908 宣統 1909 1911
"""
# Japan has counted months as the West does since the sixth year of 明治.
_JAPAN = """
慶應 1865 1868 明治 1868 1912 大正 1912 1926 昭和 1926 1989 平成 1989 2019 令和 2019 2100
"""
BEFORE_REPUBLIC = 1911  # 民國 1 is 1912
_REPUBLIC = (BEFORE_REPUBLIC + 1, 2100)
_OTHER_SPELLINGS = {
    "萬歷": "萬曆",
    "永歷": "永曆",
    "慶歷": "慶曆",
    "天啓": "天啟",
    "光啓": "光啟",
    "慶応": "慶應",
}


def _read(table: str) -> dict[str, tuple[int, int]]:
    words = table.split()
    return {name: (int(first), int(last)) for name, first, last in zip(*[iter(words)] * 3, strict=True)}


_NAMES = _read(_CHINA) | _read(_JAPAN)
REIGNS: Mapping[str, tuple[int, int]] = _NAMES | {
    spelling: _NAMES[name] for spelling, name in _OTHER_SPELLINGS.items()
}
REPUBLIC = "民國"  # no reign, but its years are counted as those of one
WITH_MONTHS_OF_THE_WEST = ("大正", "昭和", "平成", "令和")


def years_of(reign: str, first: int, last: int) -> tuple[int, int] | None:
    """The years of our calendar that are `first` to `last` of a reign, or of the Republic; nothing if it had
    not so many.
    """
    begin, end = _REPUBLIC if reign == REPUBLIC else REIGNS[reign]
    years = begin + first - 1, begin + last - 1
    return years if first >= 1 and years[0] <= years[1] <= end else None
