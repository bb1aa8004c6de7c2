/** The methods that the headers of the kernels name. A test finds every DOI of the code in this list or in references.ts. */
import type { Reference } from "./references.js";

const methods: readonly (readonly [
  key: string,
  authors: string,
  year: number,
  where: string,
  doi: string
])[] = [
  ["anscombe-1956", "Anscombe, F. J.", 1956, "Biometrika 43, 461", "10.1093/biomet/43.4.461"],
  [
    "baker-2004",
    "Baker, S. & Matthews, I.",
    2004,
    "Int. J. Comput. Vis. 56, 221",
    "10.1023/B:VISI.0000011205.11775.fd"
  ],
  ["berrut-2004", "Berrut, J.-P. & Trefethen, L. N.", 2004, "SIAM Rev. 46, 501", "10.1137/S0036144502417715"],
  [
    "caglioti-1958",
    "Caglioti, G., Paoletti, A. & Ricci, F. P.",
    1958,
    "Nucl. Instrum. 3, 223",
    "10.1016/0369-643X(58)90029-X"
  ],
  [
    "canny-1986",
    "Canny, J.",
    1986,
    "IEEE Trans. Pattern Anal. Mach. Intell. 8, 679",
    "10.1109/TPAMI.1986.4767851"
  ],
  [
    "catmull-1974",
    "Catmull, E. & Rom, R.",
    1974,
    "Computer Aided Geometric Design, 317",
    "10.1016/B978-0-12-079050-0.50020-5"
  ],
  [
    "chambolle-2018",
    "Chambolle, A., Ehrhardt, M. J., Richtárik, P. & Schönlieb, C.-B.",
    2018,
    "SIAM J. Optim. 28, 2783",
    "10.1137/17M1134834"
  ],
  [
    "christensen-2006",
    "Christensen, J. & Newman, J.",
    2006,
    "J. Solid State Electrochem. 10",
    "10.1007/s10008-006-0095-1"
  ],
  [
    "cliff-1975",
    "Cliff, G. & Lorimer, G. W.",
    1975,
    "J. Microsc. 103, 203",
    "10.1111/j.1365-2818.1975.tb03895.x"
  ],
  [
    "manoubi-1990",
    "Manoubi, T. et al.",
    1990,
    "Microsc. Microanal. Microstruct. 1, 23",
    "10.1051/mmm:019900010102300"
  ],
  [
    "cooley-1965",
    "Cooley, J. W. & Tukey, J. W.",
    1965,
    "Math. Comput. 19, 297",
    "10.1090/S0025-5718-1965-0178586-1"
  ],
  ["cooper-2016", "Cooper, S. J. et al.", 2016, "SoftwareX 5, 203", "10.1016/j.softx.2016.09.002"],
  ["cowley-1957", "Cowley, J. M. & Moodie, A. F.", 1957, "Acta Cryst. 10, 609", "10.1107/S0365110X57002194"],
  ["dengler-1989", "Dengler, J.", 1989, "Ultramicroscopy 30, 337", "10.1016/0304-3991(89)90064-X"],
  [
    "dunavant-1985",
    "Dunavant, D. A.",
    1985,
    "Int. J. Numer. Methods Eng. 21, 1129",
    "10.1002/nme.1620210612"
  ],
  ["eca-2014", "Eça, L. & Hoekstra, M.", 2014, "J. Comput. Phys. 262, 104", "10.1016/j.jcp.2014.01.006"],
  ["egerton-1979", "Egerton, R. F.", 1979, "Ultramicroscopy 4, 169", "10.1016/S0304-3991(79)80021-6"],
  [
    "evangelidis-2008",
    "Evangelidis, G. D. & Psarakis, E. Z.",
    2008,
    "IEEE Trans. Pattern Anal. Mach. Intell. 30, 1858",
    "10.1109/TPAMI.2008.113"
  ],
  [
    "felzenszwalb-2012",
    "Felzenszwalb, P. F. & Huttenlocher, D. P.",
    2012,
    "Theory Comput. 8, 415",
    "10.4086/toc.2012.v008a019"
  ],
  [
    "fritsch-1984",
    "Fritsch, F. N. & Butland, J.",
    1984,
    "SIAM J. Sci. Stat. Comput. 5, 300",
    "10.1137/0905021"
  ],
  [
    "giraud-2005",
    "Giraud, L., Langou, J. & Rozložník, M.",
    2005,
    "Comput. Math. Appl. 50, 1069",
    "10.1016/j.camwa.2005.08.009"
  ],
  [
    "gregor-2008",
    "Gregor, J. & Benson, T.",
    2008,
    "IEEE Trans. Med. Imaging 27, 918",
    "10.1109/TMI.2008.923696"
  ],
  [
    "guizar-2008",
    "Guizar-Sicairos, M., Thurman, S. T. & Fienup, J. R.",
    2008,
    "Opt. Lett. 33, 156",
    "10.1364/OL.33.000156"
  ],
  ["gursoy-2017", "Gürsoy, D. et al.", 2017, "Sci. Rep. 7, 11818", "10.1038/s41598-017-12141-9"],
  [
    "hall-1991",
    "Hall, S. R., Allen, F. H. & Brown, I. D.",
    1991,
    "Acta Cryst. A 47, 655",
    "10.1107/S010876739101067X"
  ],
  ["he-2017", "He, L. et al.", 2017, "Pattern Recognit. 70, 25", "10.1016/j.patcog.2017.04.018"],
  ["hestenes-1958", "Hestenes, M. R.", 1958, "J. SIAM 6, 51", "10.1137/0106005"],
  [
    "hildebrand-1997",
    "Hildebrand, T. & Rüegsegger, P.",
    1997,
    "J. Microsc. 185, 67",
    "10.1046/j.1365-2818.1997.1340694.x"
  ],
  ["hoare-1961", "Hoare, C. A. R.", 1961, "Commun. ACM 4, 321", "10.1145/366622.366647"],
  ["hoermann-1993", "Hörmann, W.", 1993, "Insurance Math. Econom. 12, 39", "10.1016/0167-6687(93)90997-4"],
  [
    "hytch-1998",
    "Hÿtch, M. J., Snoeck, E. & Kilaas, R.",
    1998,
    "Ultramicroscopy 74, 131",
    "10.1016/S0304-3991(98)00035-7"
  ],
  [
    "hytch-2003",
    "Hÿtch, M. J., Putaux, J.-L. & Pénisson, J.-M.",
    2003,
    "Nature 423, 270",
    "10.1038/nature01638"
  ],
  ["joe-2008", "Joe, S. & Kuo, F. Y.", 2008, "SIAM J. Sci. Comput. 30, 2635", "10.1137/070709359"],
  [
    "johnson-1974",
    "Johnson, D. W. & Spence, J. C. H.",
    1974,
    "J. Phys. D 7, 771",
    "10.1088/0022-3727/7/6/304"
  ],
  ["joseph-1982", "Joseph, P. M.", 1982, "IEEE Trans. Med. Imaging 1, 192", "10.1109/TMI.1982.4307572"],
  [
    "keys-1981",
    "Keys, R. G.",
    1981,
    "IEEE Trans. Acoust. Speech Signal Process. 29, 1153",
    "10.1109/TASSP.1981.1163711"
  ],
  ["knutsson-1993", "Knutsson, H. & Westin, C.-F.", 1993, "CVPR", "10.1109/CVPR.1993.341081"],
  [
    "lawson-1974",
    "Lawson, C. L. & Hanson, R. J.",
    1974,
    "Solving Least Squares Problems, SIAM",
    "10.1137/1.9781611971217"
  ],
  [
    "lazic-2016",
    "Lazić, I., Bosch, E. G. T. & Lazar, S.",
    2016,
    "Ultramicroscopy 160, 265",
    "10.1016/j.ultramic.2015.10.011"
  ],
  [
    "lazic-2017",
    "Lazić, I. & Bosch, E. G. T.",
    2017,
    "Adv. Imaging Electron Phys. 199, 75",
    "10.1016/bs.aiep.2017.01.006"
  ],
  [
    "legland-2007",
    "Legland, D., Kiêu, K. & Devaux, M.-F.",
    2007,
    "Image Anal. Stereol. 26, 83",
    "10.5566/ias.v26.p83-92"
  ],
  ["lobato-2014", "Lobato, I. & Van Dyck, D.", 2014, "Acta Cryst. A 70, 636", "10.1107/S205327331401643X"],
  [
    "lorensen-1987",
    "Lorensen, W. E. & Cline, H. E.",
    1987,
    "SIGGRAPH Comput. Graph. 21(4), 163",
    "10.1145/37402.37422"
  ],
  ["malinowski-1977", "Malinowski, E. R.", 1977, "Anal. Chem. 49, 612", "10.1021/ac50012a027"],
  [
    "malis-1988",
    "Malis, T., Cheng, S. C. & Egerton, R. F.",
    1988,
    "J. Electron Microsc. Tech. 8, 193",
    "10.1002/jemt.1060080206"
  ],
  ["marquardt-1963", "Marquardt, D. W.", 1963, "J. SIAM 11, 431", "10.1137/0111030"],
  ["marsaglia-2000", "Marsaglia, G. & Tsang, W. W.", 2000, "J. Stat. Softw. 5, 8", "10.18637/jss.v005.i08"],
  [
    "newman-2000",
    "Newman, M. E. J. & Ziff, R. M.",
    2000,
    "Phys. Rev. Lett. 85, 4104",
    "10.1103/PhysRevLett.85.4104"
  ],
  ["otsu-1979", "Otsu, N.", 1979, "IEEE Trans. Syst. Man Cybern. 9, 62", "10.1109/TSMC.1979.4310076"],
  ["paganin-2002", "Paganin, D. et al.", 2002, "J. Microsc. 206, 33", "10.1046/j.1365-2818.2002.01010.x"],
  ["pawley-1981", "Pawley, G. S.", 1981, "J. Appl. Cryst. 14, 357", "10.1107/S0021889881009618"],
  [
    "pearson-1993",
    "Pearson, D. H., Ahn, C. C. & Fultz, B.",
    1993,
    "Phys. Rev. B 47, 8471",
    "10.1103/PhysRevB.47.8471"
  ],
  [
    "pennycook-1991",
    "Pennycook, S. J. & Jesson, D. E.",
    1991,
    "Ultramicroscopy 37, 14",
    "10.1016/0304-3991(91)90004-P"
  ],
  ["persson-2004", "Persson, P.-O. & Strang, G.", 2004, "SIAM Rev. 46, 329", "10.1137/S0036144503429121"],
  [
    "phipson-2010",
    "Phipson, B. & Smyth, G. K.",
    2010,
    "Stat. Appl. Genet. Mol. Biol. 9, 39",
    "10.2202/1544-6115.1585"
  ],
  ["pock-2011", "Pock, T. & Chambolle, A.", 2011, "ICCV, 1762", "10.1109/ICCV.2011.6126441"],
  ["powell-1976", "Powell, C. J.", 1976, "Rev. Mod. Phys. 48, 33", "10.1103/RevModPhys.48.33"],
  [
    "ravel-2016",
    "Ravel, B. & Newville, M.",
    2016,
    "J. Phys. Conf. Ser. 712, 012148",
    "10.1088/1742-6596/712/1/012148"
  ],
  ["remy-2005", "Remy, E. & Thiel, E.", 2005, "Image Vis. Comput. 23, 167", "10.1016/j.imavis.2004.06.007"],
  ["rietveld-1969", "Rietveld, H. M.", 1969, "J. Appl. Cryst. 2, 65", "10.1107/S0021889869006558"],
  [
    "rousseeuw-1993",
    "Rousseeuw, P. J. & Croux, C.",
    1993,
    "J. Am. Stat. Assoc. 88",
    "10.1080/01621459.1993.10476408"
  ],
  [
    "rudin-1992",
    "Rudin, L. I., Osher, S. & Fatemi, E.",
    1992,
    "Physica D 60, 259",
    "10.1016/0167-2789(92)90242-F"
  ],
  [
    "saltelli-2010",
    "Saltelli, A. et al.",
    2010,
    "Comput. Phys. Commun. 181, 259",
    "10.1016/j.cpc.2009.09.018"
  ],
  ["savitzky-1964", "Savitzky, A. & Golay, M. J. E.", 1964, "Anal. Chem. 36, 1627", "10.1021/ac60214a047"],
  ["shinozuka-1991", "Shinozuka, M. & Deodatis, G.", 1991, "Appl. Mech. Rev. 44, 191", "10.1115/1.3119501"],
  [
    "sidky-2012",
    "Sidky, E. Y., Jørgensen, J. H. & Pan, X.",
    2012,
    "Phys. Med. Biol. 57, 3065",
    "10.1088/0031-9155/57/10/3065"
  ],
  ["tarjan-1975", "Tarjan, R. E.", 1975, "J. ACM 22, 215", "10.1145/321879.321884"],
  ["tarjan-1984", "Tarjan, R. E. & van Leeuwen, J.", 1984, "J. ACM 31, 245", "10.1145/62.2160"],
  [
    "thompson-1987",
    "Thompson, P., Cox, D. E. & Hastings, J. B.",
    1987,
    "J. Appl. Cryst. 20, 79",
    "10.1107/S0021889887087090"
  ],
  [
    "vanheel-2005",
    "van Heel, M. & Schatz, M.",
    2005,
    "J. Struct. Biol. 151, 250",
    "10.1016/j.jsb.2005.05.009"
  ],
  [
    "vincent-1991",
    "Vincent, L. & Soille, P.",
    1991,
    "IEEE Trans. Pattern Anal. Mach. Intell. 13, 583",
    "10.1109/34.87344"
  ],
  ["weideman-1994", "Weideman, J. A. C.", 1994, "SIAM J. Numer. Anal. 31, 1497", "10.1137/0731077"],
  ["wilson-1927", "Wilson, E. B.", 1927, "J. Am. Stat. Assoc. 22, 209", "10.1080/01621459.1927.10502953"],
  ["wilson-1931", "Wilson, E. B. & Hilferty, M. M.", 1931, "PNAS 17, 684", "10.1073/pnas.17.12.684"],
  [
    "wu-2009",
    "Wu, K., Otoo, E. & Suzuki, K.",
    2009,
    "Pattern Anal. Appl. 12, 117",
    "10.1007/s10044-008-0109-y"
  ],
  [
    "xu-2014",
    "Xu, X., Wang, J., Lv, J.-P. & Deng, Y.",
    2014,
    "Front. Phys. 9, 113",
    "10.1007/s11467-013-0403-z"
  ],
  ["zhang-2005", "Zhang, Z. & Naga, A.", 2005, "SIAM J. Sci. Comput. 26, 1192", "10.1137/S1064827503402837"],
  [
    "zhang-2007",
    "Zhang, X., Shyy, W. & Sastry, A. M.",
    2007,
    "J. Electrochem. Soc. 154, A910",
    "10.1149/1.2759840"
  ],
  [
    "zienkiewicz-1992",
    "Zienkiewicz, O. C. & Zhu, J. Z.",
    1992,
    "Int. J. Numer. Methods Eng. 33, 1331",
    "10.1002/nme.1620330702"
  ]
];

export const methodReferences: readonly Reference[] = methods.map(([key, authors, year, where, doi]) => ({
  key,
  authors,
  year,
  where,
  doi
}));
