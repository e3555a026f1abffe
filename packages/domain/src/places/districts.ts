import { codeList } from '../journal/index.ts'

/**
 * The 64 districts of Bangladesh by administrative place code: BD, two digits of the division, two of the district.
 * Source: the place codes used by the United Nations and the Bangladesh Bureau of Statistics.
 */
export const districts = codeList('districts', [
  'BD1004',
  'BD1006',
  'BD1009',
  'BD1042',
  'BD1078',
  'BD1079',
  'BD2003',
  'BD2012',
  'BD2013',
  'BD2015',
  'BD2019',
  'BD2022',
  'BD2030',
  'BD2046',
  'BD2051',
  'BD2075',
  'BD2084',
  'BD3026',
  'BD3029',
  'BD3033',
  'BD3035',
  'BD3048',
  'BD3054',
  'BD3056',
  'BD3059',
  'BD3067',
  'BD3068',
  'BD3082',
  'BD3086',
  'BD3093',
  'BD4001',
  'BD4018',
  'BD4041',
  'BD4044',
  'BD4047',
  'BD4050',
  'BD4055',
  'BD4057',
  'BD4065',
  'BD4087',
  'BD4539',
  'BD4561',
  'BD4572',
  'BD4589',
  'BD5010',
  'BD5038',
  'BD5064',
  'BD5069',
  'BD5070',
  'BD5076',
  'BD5081',
  'BD5088',
  'BD5527',
  'BD5532',
  'BD5549',
  'BD5552',
  'BD5573',
  'BD5577',
  'BD5585',
  'BD5594',
  'BD6036',
  'BD6058',
  'BD6090',
  'BD6091',
])

/** The eight divisions: the first four characters of a district code. */
export const divisions = codeList('divisions', [
  'BD10',
  'BD20',
  'BD30',
  'BD40',
  'BD45',
  'BD50',
  'BD55',
  'BD60',
])

/** The division that a district code names. */
export function divisionOf(district: string): string {
  return district.slice(0, 4)
}
